package org.whorl.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.model.Scenario;

/**
 * A row of the table of results: one figure of one subject, in one place, draw and scenario. docs/guide/national-run.md
 * describes the columns. Enums are kept as words, because rows go to other machines and into a file.
 *
 * @param place the name of the model's folder
 * @param draw 0 for the model as it stands
 * @param scenario its id
 * @param minus the scenario that was taken away from it, replication by replication; null where nothing was
 * @param mean NaN where there is no number: nobody came
 * @param low NaN where there is no interval, as with one replication
 * @param high NaN where there is no interval
 */
record ResultRow(
        String place,
        int draw,
        String scenario,
        @Nullable String minus,
        String group,
        String id,
        String field,
        String unit,
        double mean,
        double low,
        double high,
        double level,
        String kind,
        int replications,
        long seed)
        implements Serializable {

    /** The columns of the table. NaN becomes null. */
    static final StructType COLUMNS = new StructType()
            .add(column("place", DataTypes.StringType))
            .add(column("draw", DataTypes.IntegerType))
            .add(column("scenario", DataTypes.StringType))
            .add("minus", DataTypes.StringType, true)
            .add(column("group", DataTypes.StringType))
            .add(column("id", DataTypes.StringType))
            .add(column("field", DataTypes.StringType))
            .add(column("unit", DataTypes.StringType))
            .add("mean", DataTypes.DoubleType, true)
            .add("low", DataTypes.DoubleType, true)
            .add("high", DataTypes.DoubleType, true)
            .add(column("level", DataTypes.DoubleType))
            .add(column("kind", DataTypes.StringType))
            .add(column("replications", DataTypes.IntegerType))
            .add(column("seed", DataTypes.LongType));

    /** The rows of an answer. */
    static List<ResultRow> of(String place, int draw, Answer answer) {
        List<ResultRow> rows = new ArrayList<>();
        answer.scenarios().forEach((id, outcome) -> add(rows, place, draw, answer, id, null, outcome.figures()));
        answer.differences().forEach((id, figures) -> add(rows, place, draw, answer, id, Scenario.BASE, figures));
        return rows;
    }

    private static void add(
            List<ResultRow> rows,
            String place,
            int draw,
            Answer answer,
            String scenario,
            @Nullable String minus,
            Figures figures) {
        figures.estimates()
                .forEach((subject, fields) -> fields.forEach((field, estimate) -> rows.add(new ResultRow(
                        place,
                        draw,
                        scenario,
                        minus,
                        subject.group().word(),
                        subject.id(),
                        field.word(),
                        field.unit(),
                        estimate.mean(),
                        estimate.low(),
                        estimate.high(),
                        estimate.level(),
                        estimate.kind().word(),
                        answer.replications(),
                        answer.seed()))));
    }

    /** As a row of the table. */
    Row row() {
        return RowFactory.create(
                place,
                draw,
                scenario,
                minus,
                group,
                id,
                field,
                unit,
                present(mean),
                present(low),
                present(high),
                level,
                kind,
                replications,
                seed);
    }

    /** The estimate, of chance in the simulation. */
    Estimate estimate() {
        return new Estimate(mean, low, high, level, Estimate.Kind.MONTE_CARLO);
    }

    private static @Nullable Double present(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static StructField column(String name, DataType type) {
        return DataTypes.createStructField(name, type, false);
    }
}

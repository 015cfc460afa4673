package org.whorl.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.simulation.Part;
import org.whorl.files.AnswerJson;
import scala.Tuple2;

/**
 * An order being played by Spark: pieces are played wherever there is room, and brought together by question. What Spark
 * loses it plays again, and takes each piece once; the engine refuses a replication that is missing or comes twice.
 */
final class ClusterRun {

    /** Tasks for each core in the end: a task may be several pieces, so that a million pieces are no million tasks. */
    private static final int TASKS_A_CORE = 64;

    private static final long ROWS_A_FILE = 500_000;

    private final SparkSession spark;
    private final JavaRDD<Told> told;
    private final List<Told> asTheyStand;
    private final long rows;

    /**
     * What was told of a question.
     *
     * @param draw 0 for the model as it stands
     * @param document the answer as {@code whorl run} writes it; null for draws
     */
    private record Told(int place, int draw, @Nullable String document, List<ResultRow> rows) implements Serializable {}

    private record Counted(@Nullable Told asItStands, int rows) implements Serializable {}

    private ClusterRun(SparkSession spark, JavaRDD<Told> told, List<Told> asTheyStand, long rows) {
        this.spark = spark;
        this.told = told;
        this.asTheyStand = asTheyStand;
        this.rows = rows;
    }

    /** Plays an order to its end. */
    static ClusterRun play(SparkSession spark, Order order, int cores) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Broadcast<Order> everywhere = context.broadcast(order);
        List<Order.Piece> pieces = order.pieces(cores);
        int most = TASKS_A_CORE * cores;
        JavaRDD<Told> told = context.parallelize(pieces, Math.min(pieces.size(), most))
                .mapToPair(piece -> new Tuple2<>(
                        everywhere.value().question(piece), everywhere.value().play(piece)))
                .groupByKey(Math.min(order.questions(), most))
                .map(question -> tell(everywhere.value(), question._1(), question._2()))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        List<Told> asTheyStand = new ArrayList<>();
        long rows = 0;
        for (Counted counted : told.map(ClusterRun::count).collect()) {
            rows += counted.rows();
            if (counted.asItStands() != null) {
                asTheyStand.add(counted.asItStands());
            }
        }
        asTheyStand.sort(Comparator.comparingInt(Told::place));
        return new ClusterRun(spark, told, asTheyStand, rows);
    }

    private static Told tell(Order order, int number, Iterable<Part> pieces) {
        List<Part> parts = new ArrayList<>();
        pieces.forEach(parts::add);
        Order.Question question = order.question(number);
        Answer answer = order.answer(question, parts);
        return new Told(
                question.place(),
                question.draw(),
                question.draw() == 0 ? AnswerJson.text(answer) : null,
                ResultRow.of(order.places().get(question.place()).id(), question.draw(), answer));
    }

    private static Counted count(Told told) {
        return new Counted(told.draw() == 0 ? told : null, told.rows().size());
    }

    /** The answer of each place as it stands, as {@code whorl run --json} writes it, in the order of the places. */
    List<String> documents() {
        return asTheyStand.stream().map(told -> String.valueOf(told.document())).toList();
    }

    /** The table of results, in few parts: readers open a file of many rows sooner than many files of few. */
    Dataset<Row> table() {
        return spark.createDataFrame(
                        told.flatMap(
                                each -> each.rows().stream().map(ResultRow::row).iterator()),
                        ResultRow.COLUMNS)
                .coalesce((int) (1 + rows / ROWS_A_FILE));
    }

    /** The rows of the answers as they stand, place by place. */
    List<List<ResultRow>> rowsAsTheyStand() {
        return asTheyStand.stream().map(Told::rows).toList();
    }

    /** What each headline came to over the draws; none where nothing was drawn. */
    Map<Headline, Estimate> overDraws() {
        Map<Headline, Estimate> estimates = new HashMap<>();
        told.filter(each -> each.draw() > 0)
                .flatMapToPair(each -> means(each.rows()).iterator())
                .groupByKey()
                .mapValues(ClusterRun::ends)
                .collect()
                .forEach(each -> estimates.put(
                        each._1(),
                        new Estimate(each._2()[0], each._2()[1], each._2()[2], 0.95, Estimate.Kind.PARAMETER)));
        return estimates;
    }

    private static List<Tuple2<Headline, Double>> means(List<ResultRow> rows) {
        List<Tuple2<Headline, Double>> means = new ArrayList<>();
        Headline.of(rows).forEach((headline, row) -> means.add(new Tuple2<>(headline, row.mean())));
        return means;
    }

    private static double[] ends(Iterable<Double> means) {
        List<Double> all = new ArrayList<>();
        means.forEach(all::add);
        Estimate estimate = ParameterDraws.estimate(
                all.stream().mapToDouble(Double::doubleValue).toArray());
        return new double[] {estimate.mean(), estimate.low(), estimate.high()};
    }

    /** How many rows the table has. */
    long rows() {
        return rows;
    }
}

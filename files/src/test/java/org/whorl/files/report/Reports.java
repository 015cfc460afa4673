package org.whorl.files.report;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.ModelFolder;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Models, answers and pages for the tests of the report. */
final class Reports {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** What an invented answer says of a field of a subject in a scenario; null where the field does not apply. */
    interface Says {
        @Nullable
        Estimate of(String scenario, Subject subject, Field field);
    }

    private Reports() {}

    /** One of everything. */
    static Model small() {
        try {
            Path folder = Path.of(
                    Objects.requireNonNull(Reports.class.getResource("small")).toURI());
            return ModelFolder.read(folder).orThrow();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A model simulated in all its scenarios. */
    static Answer played(Model model, int replications) {
        List<String> scenarios = model.scenarios().stream().map(Scenario::id).toList();
        return Simulation.run(
                model, new Plan(scenarios, 7, new Plan.Stop.Replications(replications), 2), Progress.SILENT);
    }

    static Report of(Answer exact) {
        return new Report(exact, null, null, TODAY, "1.2.3");
    }

    /** An invented answer. */
    static Answer says(Model model, Answer.Tier tier, Says says, Note... notes) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        outcomes.put(
                Scenario.BASE,
                new Outcome(
                        Scenario.BASE,
                        model.name(),
                        figures(model, Scenario.BASE, says),
                        List.of(),
                        List.of(),
                        List.of(notes)));
        for (Scenario scenario : model.scenarios()) {
            Figures figures = figures(model, scenario.id(), says);
            outcomes.put(
                    scenario.id(),
                    new Outcome(scenario.id(), scenario.name(), figures, List.of(), List.of(), List.of(notes)));
            differences.put(scenario.id(), figures(model, "minus-" + scenario.id(), says));
        }
        return new Answer(model, tier, 7, 20, outcomes, differences, model.parametersByQuality(), List.of(notes));
    }

    private static Figures figures(Model model, String scenario, Says says) {
        SequencedMap<Subject, Map<Field, Estimate>> estimates = new LinkedHashMap<>();
        List<Subject> subjects = new ArrayList<>();
        model.services().forEach(s -> subjects.add(Subject.service(s.id())));
        model.measures().forEach(m -> subjects.add(Subject.measure(m.id())));
        model.partners().forEach(p -> subjects.add(Subject.partner(p.id())));
        subjects.add(Subject.system());
        for (Subject subject : subjects) {
            Map<Field, Estimate> fields = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                Estimate estimate = says.of(scenario, subject, field);
                if (estimate != null) {
                    fields.put(field, estimate);
                }
            }
            estimates.put(subject, fields);
        }
        return new Figures(estimates);
    }

    /** The page as a browser's tree; an error where it is not well-formed. */
    static Document tree(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    /** The elements of a name, in the order of the page. */
    static List<Element> all(Document tree, String name) {
        NodeList nodes = tree.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The words of the element with this id. */
    static String text(Document tree, String id) {
        for (Element element : all(tree, "*")) {
            if (element.getAttribute("id").equals(id)) {
                return element.getTextContent();
            }
        }
        throw new AssertionError("nothing in the page is called " + id);
    }
}

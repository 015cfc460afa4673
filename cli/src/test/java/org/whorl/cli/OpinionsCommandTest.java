package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionsCommandTest {
    private static final String VOTES = Said.example("voices/brexit-consensus/participants-votes.csv");

    @TempDir
    private Path folder;

    /** The command of docs/guide/opinions.md, with fewer shuffles. */
    @Test
    void theExampleIsToldWithASentenceFirst() {
        Said said = Said.by("opinions", VOTES, "--permutations", "99");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("204 people, 50 statements, 5,303 votes\n\nThere are 2 groups of opinion.")
                .contains("Chance alone makes groups as clear as these in 10 of 1,000", "They have 103 and 86 people")
                .contains("Common ground: more than half of every group agree", "least favourable group")
                .contains("Where groups differ", "Labour should oppose the Brexit process.")
                .containsPattern("Without group 1 the common ground would be (another|the same)")
                .contains(
                        "By the rules of Polis, which show groups whether or not there are any: 3 groups of 88, 40, 61");
        assertThat(said.err()).contains("Shuffling votes ...");
    }

    @Test
    void programsGetOneDocumentTheSameEachTime() {
        Said said = Said.by("opinions", VOTES, "--permutations", "19", "--json");
        assertThat(said.out())
                .startsWith("{\n")
                .contains("\"polis\": {", "\"representative\"", "\"group-informed-consensus\"", "\"ours\": {")
                .contains("\"groups-shown\": true", "\"p-value\": 0.05", "\"stability\": 0.8", "\"why\": \"There are")
                .contains("\"least-agree\": {");
        assertThat(Said.by("opinions", VOTES, "--permutations", "19", "--json")).isEqualTo(said);
    }

    @Test
    void withoutPermutationsNoGroupsAreShown() {
        assertThat(Said.by("opinions", VOTES, "--permutations", "0").out())
                .contains("Nobody looked for groups of opinion", "So everybody is taken together.")
                .contains("More than half of all agree");
    }

    /** Polis's list of votes, with one given again and roles beside it. */
    @Test
    void aListAndRolesAreRead() throws IOException {
        StringBuilder list = new StringBuilder("timestamp,comment-id,voter-id,vote\n1,0,0,-1\n");
        StringBuilder roles = new StringBuilder("participant,role\n");
        for (int i = 0; i < 30; i++) {
            roles.append(i).append(i % 2 == 0 ? ",carer\n" : ",nurse\n");
            for (int j = 0; j < 8; j++) {
                list.append("%d,%d,%d,%d%n".formatted(10 + i, j, i, j == 1 && i % 2 == 0 ? -1 : 1));
            }
        }
        Path votes = Files.writeString(folder.resolve("votes.csv"), list);
        Path declared = Files.writeString(folder.resolve("roles.csv"), roles);
        Said said = Said.by("opinions", votes.toString(), "--roles", declared.toString(), "--permutations", "199");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("30 people, 8 statements, 240 votes (of 1 votes given again the last counts)")
                .contains("compared: carer (15), nurse (15)")
                .containsPattern("Where groups differ\\s+statement\\s+carer agree\\s+nurse agree\\s+1 ");
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndColumn() throws IOException {
        Path votes = Files.writeString(folder.resolve("v.csv"), """
                participant,one,two
                a,1,yes
                a,0,
                ,2,-1
                """);
        Said said = Said.by("opinions", votes.toString());
        assertThat(said.status()).isEqualTo(Whorl.WRONG);
        assertThat(said.err())
                .contains("v.csv:2: two: \"yes\" is not a vote; write 1 for agree")
                .contains("v.csv:3: participant: \"a\" stands here twice; keep one row")
                .contains("v.csv:4: participant: there is no name", "v.csv:4: one: \"2\" is not a vote");
        Path roles = Files.writeString(folder.resolve("r.csv"), "participant,role\nnobody,nurse\n");
        assertThat(Said.by("opinions", VOTES, "--roles", roles.toString()).err())
                .contains("r.csv:2: participant: nobody called \"nobody\" voted");
        assertThat(Said.by("opinions", folder.resolve("none.csv").toString()).err())
                .contains("there is no such file");
        assertThat(Said.by("opinions", VOTES, "--permutations", "-1").status()).isEqualTo(2);
    }
}

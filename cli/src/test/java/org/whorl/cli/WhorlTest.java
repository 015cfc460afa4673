package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WhorlTest {

    @Test
    void helpSaysWhatWhorlAnswers() {
        assertThat(new CommandLine(Whorl.class).getUsageMessage()).contains("who waits less, who waits more");
    }
}

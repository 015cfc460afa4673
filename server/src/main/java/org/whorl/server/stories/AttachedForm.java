package org.whorl.server.stories;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.web.multipart.MultipartFile;
import org.whorl.server.design.Form;

/** What comes with the last screen beside the words: knows its fields, and what is wrong with a file. */
final class AttachedForm {

    /** The field of a recording. */
    static final String RECORDING = "recording";

    /** Says that there is one. */
    static final String VOICE = "voice";

    private AttachedForm() {}

    /** The fields for what is on the photographs. */
    static List<String> descriptions() {
        return IntStream.rangeClosed(1, Photograph.MOST)
                .mapToObj(AttachedForm::description)
                .toList();
    }

    private static String description(int number) {
        return "photo-on-" + number;
    }

    /** Has a recording come along? Then it counts as told by voice. */
    static void begin(Form form, Map<String, MultipartFile> files) {
        find(files, RECORDING).ifPresent(_ -> form.replace(VOICE, "yes"));
    }

    /** What has come along; what is wrong with it is noted in the form. */
    static Attached read(Form form, Map<String, MultipartFile> files) throws IOException {
        Optional<MultipartFile> sound = find(files, RECORDING);
        if (sound.isEmpty() && form.ticked(VOICE)) {
            form.refuse(RECORDING, "tell.voice.missing");
            // Whoever sends it again has read that.
            form.replace(VOICE, "no");
        }
        Optional<Recording> recording = sound.isPresent() ? recording(form, sound.get()) : Optional.empty();
        List<Attached.Added> photographs = new ArrayList<>();
        for (int i = 1; i <= Photograph.MOST; i++) {
            Optional<MultipartFile> file = find(files, "photo-" + i);
            if (file.isPresent()) {
                form.require(description(i), "tell.photo.on.blank");
                try {
                    photographs.add(new Attached.Added(form.value(description(i)), picture(file.get())));
                } catch (Picture.Refused refused) {
                    form.refuse("photo-" + i, refused.sentence());
                }
            }
        }
        return new Attached(recording, photographs);
    }

    private static Optional<Recording> recording(Form form, MultipartFile sound) throws IOException {
        if (sound.getSize() > Recording.LARGEST) {
            form.refuse(RECORDING, "tell.voice.large");
            return Optional.empty();
        }
        Optional<Recording> recording = Recording.of(sound.getBytes());
        if (recording.isEmpty()) {
            form.refuse(RECORDING, "tell.voice.kind");
        }
        return recording;
    }

    private static Picture picture(MultipartFile file) throws IOException, Picture.Refused {
        if (file.getSize() > Picture.LARGEST) {
            throw new Picture.Refused("tell.photo.large");
        }
        return Picture.of(file.getBytes());
    }

    /** A field left empty is sent as a file without a byte. */
    private static Optional<MultipartFile> find(Map<String, MultipartFile> files, String field) {
        return Optional.ofNullable(files.get(field)).filter(file -> !file.isEmpty());
    }
}

package org.whorl.server.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program is told when something cannot be: the one shape of every error (RFC 9457), with the sentences of the pages.
 *
 * @param type where it is explained, and what a program can tell it by
 * @param title what happened, in short
 * @param status the HTTP status
 * @param detail what happened, and what to do
 * @param errors each thing that is wrong with what was sent
 * @param latest the version somebody else has kept meanwhile; 0 where that is not what happened
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Problem(String type, String title, int status, String detail, List<Item> errors, int latest) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Keeps a copy. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One thing that is wrong.
     *
     * @param field which field of what was sent, or which path in a model
     * @param wrong what is wrong with it
     * @param right what would be right; absent where {@code wrong} says it
     * @param file in which file of a model
     * @param line in which of its lines, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Item(String field, String wrong, String right, String file, int line) {

        /** Something wrong with a field, in one sentence. */
        public static Item of(String field, String sentence) {
            return new Item(field, sentence, "", "", 0);
        }
    }

    /** What can happen; the key names its sentences and its place on the page for programs. */
    public enum Kind {
        /** It is not JSON, or not of the shape that is asked for. */
        UNREADABLE("unreadable", HttpStatus.BAD_REQUEST),
        /** There is no key, or it does not work here. */
        NO_KEY("no-key", HttpStatus.UNAUTHORIZED),
        /** The key does not allow it. */
        REFUSED("refused", HttpStatus.FORBIDDEN),
        /** There is no such thing. */
        NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
        /** Not with this method. */
        METHOD("method", HttpStatus.METHOD_NOT_ALLOWED),
        /** Not in this form. */
        NOT_OFFERED("not-offered", HttpStatus.NOT_ACCEPTABLE),
        /** Somebody else has changed it first. */
        CONFLICT("conflict", HttpStatus.CONFLICT),
        /** It is too much at once. */
        TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
        /** What was sent is of another kind. */
        OTHER_FORM("other-form", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        /** Something in it is wrong. */
        INVALID("invalid", HttpStatus.UNPROCESSABLE_CONTENT),
        /** Too many wrong keys. */
        TOO_FAST("too-fast", HttpStatus.TOO_MANY_REQUESTS),
        /** It is our fault. */
        BROKEN("broken", HttpStatus.INTERNAL_SERVER_ERROR);

        private final String key;
        private final HttpStatus status;

        Kind(String key, HttpStatus status) {
            this.key = key;
            this.status = status;
        }

        /** As it stands in message keys and in {@link Problem#type}. */
        public String key() {
            return key;
        }

        /** Its HTTP status. */
        public HttpStatus status() {
            return status;
        }

        /** What that status stands for. */
        static Kind of(HttpStatus status) {
            for (Kind kind : values()) {
                // Two names of the framework's stand for one number.
                if (kind.status.value() == status.value()) {
                    return kind;
                }
            }
            return status.is4xxClientError() ? UNREADABLE : BROKEN;
        }
    }

    /** The problem as it is sent. */
    static ResponseEntity<String> sent(Kind kind, Language language, List<Item> errors, int latest) {
        Texts texts = Texts.in(language);
        Problem problem = new Problem(
                "/for-programs#" + kind.key(),
                texts.say("problem." + kind.key() + ".title"),
                kind.status().value(),
                texts.say("problem." + kind.key() + ".what"),
                errors,
                latest);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(kind.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Content-Language", language.code())
                .header("Vary", "Accept-Language");
        if (kind == Kind.NO_KEY) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.body(JSON.writeValueAsString(problem));
    }
}

package org.whorl.server.design;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Viewer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** What is shown when something cannot be: in plain words, in the reader's language, without a stack trace. */
@ControllerAdvice
@org.springframework.stereotype.Controller
class Problems implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Screens screens;

    Problems(Screens screens) {
        this.screens = screens;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<String> refused(HttpServletRequest request) {
        if (isProgram(request.getRequestURI())) {
            boolean key = Viewer.current().token().isPresent();
            return told(request, key ? Problem.Kind.REFUSED : Problem.Kind.NO_KEY, List.of());
        }
        return page(request, HttpStatus.FORBIDDEN, "refused");
    }

    @ExceptionHandler(Wrong.class)
    ResponseEntity<String> wrong(HttpServletRequest request, Wrong wrong) {
        return Problem.sent(wrong.kind(), Languages.of(request), wrong.items(), wrong.latest());
    }

    /** Made at once by two, or again under the id of something that was put aside: nothing is overwritten. */
    @ExceptionHandler(DuplicateKeyException.class)
    ResponseEntity<String> there(HttpServletRequest request, DuplicateKeyException e) {
        if (!isProgram(request.getRequestURI())) {
            throw e;
        }
        return told(request, Problem.Kind.CONFLICT, List.of());
    }

    /** JSON that is none, or has something else where a number or a day belongs: says where. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<String> unreadable(HttpServletRequest request, HttpMessageNotReadableException e)
            throws HttpMessageNotReadableException {
        if (!isProgram(request.getRequestURI())) {
            throw e;
        }
        Texts texts = Texts.in(Languages.of(request));
        String sentence = e.getCause() instanceof StreamReadException cut
                ? texts.say("api.not-json", cut.getLocation().getLineNr())
                : texts.say("api.not-of-this-shape");
        return told(
                request,
                Problem.Kind.UNREADABLE,
                List.of(Problem.Item.of(e.getCause() instanceof JacksonException json ? path(json) : "", sentence)));
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            path.append(
                    step.getPropertyName() == null
                            ? "[" + step.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + step.getPropertyName());
        }
        return path.toString();
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<String> missing(HttpServletRequest request, MissingServletRequestParameterException e)
            throws MissingServletRequestParameterException {
        if (!isProgram(request.getRequestURI())) {
            throw e;
        }
        String sentence = Texts.in(Languages.of(request)).say("api.missing");
        return told(request, Problem.Kind.INVALID, List.of(Problem.Item.of(e.getParameterName(), sentence)));
    }

    @ExceptionHandler({
        NoSuchElementException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<String> notFound(HttpServletRequest request, Exception e) {
        if (isProgram(request.getRequestURI())) {
            // A number that is none in a query is a mistake in it; in a path it names nothing.
            return e instanceof MethodArgumentTypeMismatchException number
                            && number.getParameter().hasParameterAnnotation(RequestParam.class)
                    ? told(
                            request,
                            Problem.Kind.INVALID,
                            List.of(Problem.Item.of(
                                    number.getName(),
                                    Texts.in(Languages.of(request)).say("api.not-of-this-shape"))))
                    : told(request, Problem.Kind.NOT_FOUND, List.of());
        }
        return page(request, HttpStatus.NOT_FOUND, "not-found");
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<String> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        String kind = switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "refused";
            case TOO_MANY_REQUESTS -> "too-fast";
            case CONTENT_TOO_LARGE -> "upload-too-large";
            default -> "broken";
        };
        if (status.is5xxServerError()) {
            Object why = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error(
                    "a page could not be shown: status {}",
                    status.value(),
                    why instanceof Throwable thrown ? thrown : null);
        }
        boolean program =
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String from && isProgram(from);
        return program ? told(request, Problem.Kind.of(status), List.of()) : page(request, status, kind);
    }

    private static ResponseEntity<String> told(
            HttpServletRequest request, Problem.Kind kind, List<Problem.Item> items) {
        return Problem.sent(kind, Languages.of(request), items, 0);
    }

    private static boolean isProgram(String address) {
        return address.startsWith("/api/");
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String kind) {
        return screens.on(request).show(status, "design/problem", Map.of("kind", kind));
    }
}

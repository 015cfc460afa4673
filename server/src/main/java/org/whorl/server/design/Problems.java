package org.whorl.server.design;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.whorl.server.trust.Refused;

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
        return page(request, HttpStatus.FORBIDDEN, "refused");
    }

    @ExceptionHandler({
        NoSuchElementException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<String> notFound(HttpServletRequest request) {
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
            default -> "broken";
        };
        if (status.is5xxServerError()) {
            Object why = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error(
                    "a page could not be shown: status {}",
                    status.value(),
                    why instanceof Throwable thrown ? thrown : null);
        }
        return page(request, status, kind);
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String kind) {
        return screens.on(request).show(status, "design/problem", Map.of("kind", kind));
    }
}

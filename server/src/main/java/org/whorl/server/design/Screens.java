package org.whorl.server.design;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the {@link Screen} of a request. */
public final class Screens {

    private final TemplateEngine templates;
    private final Assets assets;
    private final ObjectProvider<Unread> unread;

    Screens(TemplateEngine templates, Assets assets, ObjectProvider<Unread> unread) {
        this.templates = templates;
        this.assets = assets;
        this.unread = unread;
    }

    /** The screen of this request. */
    public Screen on(HttpServletRequest request) {
        return new Screen(request, templates, assets, unread);
    }
}

package org.whorl.server.design;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;

/** Makes the {@link Screen} of a request. */
public final class Screens {

    private final TemplateEngine templates;
    private final Assets assets;

    Screens(TemplateEngine templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    /** The screen of this request. */
    public Screen on(HttpServletRequest request) {
        return new Screen(request, templates, assets);
    }
}

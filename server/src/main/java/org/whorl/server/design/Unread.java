package org.whorl.server.design;

/** How much the viewer has been told and has not looked at; the layout shows it on every page of a partnership. */
@FunctionalInterface
public interface Unread {
    /** How many notices; only asked for those who may see news. */
    int count();
}

package org.whorl.server.mail;

/** What became of posting a letter. */
public enum Posted {
    /** It waits to be sent. */
    YES,
    /** This Whorl sends no e-mail. */
    NOT_SET_UP,
    /** They have no address here that they have confirmed. */
    NO_ADDRESS,
    /** They do not want such letters. */
    NOT_WANTED
}

package org.whorl.server.pulses;

/**
 * A round that goes on, with the way to it.
 *
 * @param round which one
 * @param address where people answer
 * @param typed where its code is typed
 * @param picture the address as a QR code, in SVG
 */
public record ConfidenceLink(Pulse round, String address, String typed, String picture) {

    /** Its code, as people type it. */
    public String code() {
        String code = round.code().orElse("");
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }
}

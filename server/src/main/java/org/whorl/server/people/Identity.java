package org.whorl.server.people;

import java.io.Serializable;

/**
 * Who somebody is, as an organisation that has signed them in says.
 *
 * @param provider its short name among our settings
 * @param issuer its address
 * @param subject who they are there; never changes
 * @param name what they are called there
 * @param email the address it vouches for; blank if there is none
 */
record Identity(String provider, String issuer, String subject, String name, String email) implements Serializable {}

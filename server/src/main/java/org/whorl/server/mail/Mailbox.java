package org.whorl.server.mail;

/**
 * Where somebody is written to, and about what.
 *
 * @param address the address
 * @param confirmed have they said that it is theirs?
 * @param asks do they want a letter when somebody asks them for something or invites them?
 * @param news how often they want one with what happened
 * @param version counts its changes, from 1
 */
public record Mailbox(String address, boolean confirmed, boolean asks, HowOften news, int version) {}

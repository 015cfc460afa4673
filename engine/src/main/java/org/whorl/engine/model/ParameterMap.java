package org.whorl.engine.model;

/**
 * Walks over every number of a model and may replace it. Listing parameters, applying a scenario, drawing from their
 * uncertainty and moving a slider are all this one walk.
 */
public interface ParameterMap {

    /** The parameter to stand at this path; the same object for no change. */
    Parameter parameter(String path, Domain domain, Parameter parameter);

    /** The profile to stand at this path; the same object for no change. */
    default Profile profile(String path, Profile profile) {
        return profile;
    }
}

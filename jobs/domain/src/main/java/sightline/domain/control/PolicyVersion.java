package sightline.domain.control;

import java.io.Serializable;
import java.time.Instant;
import sightline.domain.policy.Policy;

/** A policy for frames from a time on, until the next one. */
public record PolicyVersion(Policy policy, Instant effectiveAt) implements Serializable {}

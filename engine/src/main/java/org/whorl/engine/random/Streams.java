package org.whorl.engine.random;

/**
 * Random numbers by name instead of by turn. Every draw is a hash of who it is for and what it is for, so a person has
 * the same life in every scenario, whatever else happens and on however many threads.
 *
 * <p>Keys are 64-bit words; the hash is the finaliser of SplitMix64 with David Stafford's thirteenth set of constants
 * (the one of {@code java.util.SplittableRandom}).
 */
public final class Streams {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Streams() {}

    /** 64 well mixed bits from any 64 bits; a bijection. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The key of the {@code index}-th thing below {@code key}: a replication of a seed, a person of a day. */
    public static long child(long key, long index) {
        return mix(key + (index + 1) * GOLDEN);
    }

    /** The key of a thing with a name, such as a service, below {@code key}. */
    public static long child(long key, String name) {
        long hash = key;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN + name.charAt(i));
        }
        return mix(hash + GOLDEN + name.length());
    }

    /** The word after this one, for the rare draw that needs more than one. */
    public static long next(long bits) {
        return mix(bits + GOLDEN);
    }

    /** A number above 0 and below 1, from the upper 52 bits: with one more the highest would round to 1 itself. */
    public static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }
}

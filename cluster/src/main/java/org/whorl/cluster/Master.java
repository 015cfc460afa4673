package org.whorl.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark shall run.
 *
 * @param url as Spark takes it
 */
record Master(String url) {

    static final String KNOWN = "local[2], spark://host:7077, yarn or k8s://https://host:6443";

    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(, *[1-9]\\d*)?])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,\\s]+):(\\d{1,5})(,[^,\\s]+:\\d{1,5})*");
    private static final Pattern KUBERNETES = Pattern.compile("k8s://\\S+");
    private static final int PATIENCE_MILLIS = 5_000;

    /** A master Spark knows; a refusal otherwise. */
    static Master of(String url) {
        if (url.equals("yarn")
                || LOCAL.matcher(url).matches()
                || STANDALONE.matcher(url).matches()
                || KUBERNETES.matcher(url).matches()) {
            return new Master(url);
        }
        throw new Refusal("%s is not a master of Spark. Write %s.".formatted(url, KNOWN));
    }

    boolean isLocal() {
        return url.startsWith("local");
    }

    /** Refuses what could only fail after a long wait, or in words that help nobody. */
    void look() {
        Matcher standalone = STANDALONE.matcher(url);
        if (standalone.matches() && standalone.group(3) == null) {
            knock(standalone.group(1), Integer.parseInt(standalone.group(2)));
        } else if (url.equals("yarn")) {
            need("org.apache.spark.scheduler.cluster.YarnClusterManager");
            if (System.getenv("HADOOP_CONF_DIR") == null && System.getenv("YARN_CONF_DIR") == null) {
                throw new Refusal("For yarn, HADOOP_CONF_DIR must name the folder with the cluster's yarn-site.xml.");
            }
        } else if (url.startsWith("k8s:")) {
            need("org.apache.spark.scheduler.cluster.k8s.KubernetesClusterManager");
        }
    }

    private void knock(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("No master of Spark answers at %s:%d (%s). Is it running, and is that its port?"
                    .formatted(host, port, e.getMessage()));
        }
    }

    private void need(String name) {
        try {
            Class.forName(name, false, Master.class.getClassLoader());
        } catch (ClassNotFoundException _) {
            throw new Refusal(
                    ("%s needs jars that only a whole Spark has. Unpack Spark %s for Scala 2.13 and say where:"
                                    + " SPARK_HOME=/path/to/spark ./whorl cluster run ...")
                            .formatted(url, org.apache.spark.package$.MODULE$.SPARK_VERSION()));
        }
    }
}

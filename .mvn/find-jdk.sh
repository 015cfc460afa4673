# Finds a JDK that can build and run Whorl: 25.0.3 or newer. Sourced by ./whorl, ./mvnw and ./test (POSIX sh).
# Sets and exports JAVA_HOME, or says how to get a JDK and leaves with status 2.
# It starts no Java: every JDK writes its version into a file named `release`, and reading that costs nothing.

whorl_jdk_least='25.0.3'

# Is $1 a full JDK (compiler included) of at least the version we need? Prefers nothing; only answers.
whorl_jdk_fits() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  whorl_version=''
  while IFS='=' read -r whorl_key whorl_value; do
    if [ "$whorl_key" = JAVA_VERSION ]; then
      whorl_version=${whorl_value#\"}
      whorl_version=${whorl_version%%\"*}
      break
    fi
  done <"$1/release"
  # "25.0.3.1", "26", "26-ea": take up to three numbers and compare them in turn.
  whorl_rest=${whorl_version%%[!0-9.]*}.0.0
  whorl_major=${whorl_rest%%.*}
  whorl_rest=${whorl_rest#*.}
  whorl_minor=${whorl_rest%%.*}
  whorl_rest=${whorl_rest#*.}
  whorl_patch=${whorl_rest%%.*}
  [ "${whorl_major:-0}" -gt 25 ] && return 0
  [ "${whorl_major:-0}" -eq 25 ] && { [ "${whorl_minor:-0}" -gt 0 ] || [ "${whorl_patch:-0}" -ge 3 ]; }
}

# Prints the first fitting JDK among the places people usually keep them.
whorl_find_jdk() {
  for whorl_jdk in "${JAVA_HOME:-}" "${JDK25:-}"; do
    if [ -n "$whorl_jdk" ] && whorl_jdk_fits "$whorl_jdk"; then
      printf '%s\n' "$whorl_jdk"
      return 0
    fi
  done
  # 25 first, because that is the version Whorl is tested with; then anything newer.
  for whorl_jdk in /usr/lib/jvm/*25* /opt/*25* "${HOME:-/nonexistent}"/.sdkman/candidates/java/25* \
    "${HOME:-/nonexistent}"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25 \
    /usr/lib/jvm/* /opt/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /c/Program\ Files/Eclipse\ Adoptium/* /c/Program\ Files/Java/*; do
    if whorl_jdk_fits "$whorl_jdk"; then
      printf '%s\n' "$whorl_jdk"
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ]; then
    whorl_jdk=$(/usr/libexec/java_home -v 25+ 2>/dev/null) && whorl_jdk_fits "$whorl_jdk" && {
      printf '%s\n' "$whorl_jdk"
      return 0
    }
  fi
  # The java on the PATH, followed through its links to where it lives.
  whorl_jdk=$(command -v javac 2>/dev/null) || return 1
  whorl_jdk=$(readlink -f "$whorl_jdk" 2>/dev/null) || return 1
  whorl_jdk=${whorl_jdk%/bin/javac}
  whorl_jdk_fits "$whorl_jdk" && printf '%s\n' "$whorl_jdk"
}

if whorl_found_jdk=$(whorl_find_jdk); then
  JAVA_HOME=$whorl_found_jdk
  export JAVA_HOME
else
  cat >&2 <<EOF
Whorl needs a JDK, version $whorl_jdk_least or newer (25 is the one it is tested with), and found none.
It looked in JAVA_HOME, JDK25, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks, the places macOS uses, and the PATH.

How to get one:
  Debian, Ubuntu   sudo apt-get update && sudo apt-get install openjdk-25-jdk-headless
                   (or Temurin: https://adoptium.net/installation/linux - package temurin-25-jdk)
  Fedora           sudo dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25        or   brew install --cask temurin@25
  Windows          winget install EclipseAdoptium.Temurin.25.JDK
  anywhere         https://adoptium.net/temurin/releases/?version=25

If you have one somewhere else, say where:  JAVA_HOME=/path/to/jdk-25 ${0##*/}
EOF
  exit 2
fi

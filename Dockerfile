# syntax=docker/dockerfile:1
# Builds Pitboard and a Java runtime with just the modules it uses, then puts both on a small base.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
# First, so that a change of the sources doesn't repeat it. jdeps names the modules, save two that only reflection
# and providers lead to: jdk.unsupported (Gson) and java.security.sasl. A test compares the list with the libraries.
RUN jlink --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.httpserver,jdk.jfr,jdk.management,jdk.unsupported \
    --strip-java-debug-attributes --no-header-files --no-man-pages --compress=zip-6 --output /runtime
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Pquick -DskipTests package

FROM debian:stable-slim
RUN groupadd --gid 10001 pitboard \
    && useradd --uid 10001 --gid pitboard --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin pitboard \
    && install -d -o pitboard -g pitboard -m 0750 /data
COPY --from=build /runtime /opt/java
COPY --from=build /build/target/lib /opt/pitboard/lib
COPY --from=build /build/target/pitboard.jar /opt/pitboard/pitboard.jar
COPY config /config
ENV LANG=C.UTF-8 PITBOARD_CONFIG=/config PITBOARD_DATA=/data PITBOARD_HTTP_HOST=0.0.0.0 PITBOARD_HTTP_PORT=8080 PITBOARD_ZONE=UTC
USER 10001:10001
VOLUME ["/data"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "/opt/pitboard/pitboard.jar", "dev.pitboard.health.HealthProbe"]
ENTRYPOINT ["/opt/java/bin/java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=70", "-Djava.io.tmpdir=/tmp", "-jar", "/opt/pitboard/pitboard.jar"]
CMD ["run"]

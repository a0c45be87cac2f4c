# syntax=docker/dockerfile:1
# Builds Pitboard and a Java runtime with just the modules it uses, then puts both on a small base.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn --batch-mode --no-transfer-progress -Pquick dependency:go-offline
COPY src src
RUN mvn --batch-mode --no-transfer-progress -Pquick -DskipTests package
# The modules: what jdeps finds, and what is only looked up at run time (TLS curves, zone names, /healthz).
RUN jlink --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported,jdk.zipfs,jdk.localedata \
    --include-locales=en --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output /runtime

FROM debian:stable-slim
RUN groupadd --system --gid 10001 pitboard \
    && useradd --system --uid 10001 --gid pitboard --no-create-home --home-dir /nonexistent pitboard \
    && install -d -o pitboard -g pitboard -m 0750 /data
COPY --from=build /runtime /opt/java
COPY --from=build /build/target/pitboard.jar /opt/pitboard/pitboard.jar
COPY --from=build /build/target/lib /opt/pitboard/lib
COPY config /config
ENV PITBOARD_CONFIG=/config PITBOARD_DATA=/data PITBOARD_HTTP_HOST=0.0.0.0 PITBOARD_HTTP_PORT=8080 PITBOARD_ZONE=UTC
USER pitboard
VOLUME ["/data"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/java/bin/java", "-XX:+UseSerialGC", "-Xmx32m", "-cp", "/opt/pitboard/pitboard.jar", "dev.pitboard.health.HealthProbe"]
ENTRYPOINT ["/opt/java/bin/java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=70", "-Djava.io.tmpdir=/tmp", "-jar", "/opt/pitboard/pitboard.jar"]
CMD ["run"]

# Two stages: the first installs and builds the console, the second holds what runs. The server is not built: Node strips its
# types itself. NODE_IMAGE takes a digest: `--build-arg NODE_IMAGE=node@sha256:…`.
ARG NODE_IMAGE=node:24.21.0-slim
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/prepare.ts ./scripts/
COPY src/console ./src/console
# `npm ci` builds the console, which needs what only development does; then that goes. The embedded PostgreSQL comes along, so
# that `docker run` without a database is a trial with one command. The Node that npm pins does not: the image has its own.
RUN npm ci && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-* node_modules/.bin/node && npm cache clean --force

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LEADSPEC_DATA_DIR=/data
# npm writes nothing of its own, for the file system may be read-only.
ENV NPM_CONFIG_LOGS_MAX=0 NPM_CONFIG_UPDATE_NOTIFIER=false
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=dependencies /app/dist ./dist
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY openapi ./openapi
# For `npm run account`, `npm run reseal` and `npm run distribute`.
COPY scripts/account.ts scripts/distribute.ts scripts/reseal.ts scripts/with-database.ts ./scripts/
COPY src ./src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=4s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM drains within 25 seconds: give `docker stop` a --time of 30.
STOPSIGNAL SIGTERM
# As in `npm start`: docs/decisions/0021.
CMD ["node", "--v8-pool-size=1", "--max-semi-space-size=16", "--heap-growing-percent=70", "src/main.ts"]

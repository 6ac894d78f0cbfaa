import fc from 'fast-check'

/**
 * Properties draw the same examples on every run, so that a red run is red again. Now and then look further:
 * `FC_SEED=$RANDOM npm run check -- code`; what that finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261124) })

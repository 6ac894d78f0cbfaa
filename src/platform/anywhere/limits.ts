/**
 * Every bound on what comes in, waits or is kept, in one place. A test walks the endpoints and refuses one without a
 * bound on its body; `limits.test.ts` refuses a limit that nobody reads.
 */
export const limits = {
  /** Bytes of a JSON body. */
  jsonBody: 1_048_576,
  /** Levels of nesting in a JSON body. */
  jsonDepth: 32,
  /** Bytes of a spreadsheet, as it arrives. */
  sheetBytes: 1_073_741_824,
  /** Bytes of all the spreadsheets that a workspace keeps. */
  sheetsBytes: 20 * 1_073_741_824,
  /** Days that a spreadsheet is kept on which nothing was measured or planned. */
  sheetDays: 30,
  /** Bytes of one stored piece of a spreadsheet. */
  sheetChunkBytes: 1_048_576,
  /** Columns of a spreadsheet. */
  sheetColumns: 1_000,
  /** Characters of one line of a spreadsheet: a file without line ends fails at once. */
  sheetLine: 1_048_576,
  /** Characters in one cell of a spreadsheet. */
  sheetCell: 32_768,
  /** Files in a workbook, bytes that it may unpack to, and how many times as long one of them may become. */
  workbookFiles: 10_000,
  workbookBytes: 8 * 1_073_741_824,
  workbookRatio: 200,
  /** Sites and periods that one trial may have. */
  trialSites: 2_000,
  trialPeriods: 2_000,
  /** Sites of a workspace. */
  sites: 5_000,
  /** Sites added in one go, and different periods in one import of figures. */
  sitesAtOnce: 500,
  importPeriods: 20_000,
  /** Figures of one call, of one statement, and of an import that is done while its asker waits; larger ones are worked off later. */
  figuresAtOnce: 10_000,
  figuresBatch: 5_000,
  figuresWaitedFor: 200_000,
  /** Figures in one answer with a series, and bytes of a call that brings figures. */
  seriesFigures: 50_000,
  figuresBody: 4 * 1_048_576,
  /** Feeds of one metric, bytes that one brings at a time, milliseconds that its host may take, and files looked through. */
  feedsOfMetric: 20,
  feedBytes: 100 * 1_048_576,
  feedMs: 20_000,
  feedFiles: 10_000,
  /** Characters of a query that brings figures, and rows that it brings at most. */
  feedQuery: 20_000,
  feedRows: 100_000,
  /** Periods that a chart shows, and entries that count on the charts of one metric. */
  chartPeriods: 1_000,
  chartEntries: 2_000,
  /** Sites that one change may be adopted at. */
  adoptedSites: 1_000_000,
  /** Rows that one page of a list holds at most. */
  listPage: 200,
  /** Rows of a trial's figures shown at once. */
  rowsPage: 500,
  /** Milliseconds that a request may take to arrive, and a statement to run. */
  requestMs: 30_000,
  statementMs: 5_000,
  /** The same of a request that brings a file, and how long its reading may keep the sender waiting. */
  uploadMs: 30 * 60_000,
  lockMs: 2_000,
  idleInTransactionMs: 10_000,
  /** Milliseconds a stopping process waits for the requests it has accepted. */
  drainMs: 10_000,
  /** Connections of one process to PostgreSQL. */
  connections: 10,
  /** Milliseconds between two tries to listen again, at most, while PostgreSQL is away. */
  listenRetryMs: 5_000,
  /** Open event streams: of one process, and of one person. */
  liveStreams: 1_000,
  liveStreamsOfPerson: 10,
  /** Milliseconds a stream stays open before its page has to show its sign-in again, and between looks at sign-ins. */
  liveStreamMs: 3_600_000,
  liveLookMs: 60_000,
  /** Bytes waiting for a slow reader of an event stream before it is closed. */
  liveBacklog: 65_536,
  /** Requests a minute from one address; sign-in tries per account and address. */
  requestsPerMinute: 1_200,
  signInTries: 10,
  signInTriesMs: 15 * 60_000,
  signInTriesPerAddress: 100,
  /** Tries at one account from everywhere together: above what its owner mistypes, far below what guessing needs. */
  signInTriesPerAccount: 50,
  /** Password hashings at once: each takes 19 MiB and one core. */
  hashingsAtOnce: 2,
  /** Password hashings waiting for their turn before a sign-in is told to come back. */
  hashingsWaiting: 20,
  /** Days a sign-in lasts, used or unused. */
  signInDays: 30,
  signInIdleDays: 7,
  /** Sign-ins and keys of which a process remembers that they were used today. */
  notedSignIns: 10_000,
  /** Days that a key for a program lives, unless said otherwise, and at most; and how many of one person may be live. */
  keyDaysUsual: 90,
  keyDays: 365,
  keysOfPerson: 50,
  /** Requests a minute with one key, unless said otherwise, and at most; addresses that one may be bound to. */
  keyRequestsUsual: 60,
  keyRequests: 600,
  keyAddresses: 20,
  /** Milliseconds that links live. */
  setUpLinkMs: 24 * 3_600_000,
  resetLinkMs: 30 * 60_000,
  invitationMs: 7 * 24 * 3_600_000,
  /** Days that a link to one result may live, and how many there may be to each. */
  sharedResultDays: 366,
  sharedResultLinks: 20,
  /** Milliseconds during which its author may take a fresh idea away. */
  freshIdeaMs: 24 * 3_600_000,
  /** Hours an idempotency key is remembered. */
  idempotencyHours: 48,
  /** Bytes of a stored answer to a repeated request. */
  idempotencyAnswer: 1_048_576,
  /** Outbox rows handed on in one go, and days they are kept once handed on. */
  outboxBatch: 100,
  outboxDays: 7,
} as const

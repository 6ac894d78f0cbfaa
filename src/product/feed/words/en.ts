export const feedEn = {
  'feed.none': 'There is no such feed.',
  'feed.ended': 'This feed has ended. Nothing was changed; make a new one.',
  'feed.too-many': 'A measure has {most, number} feeds at most. Nothing was stored; end one that is no longer needed.',
  'feed.told-paused': 'Figures of {metric} no longer come by themselves: it failed three times in a row',

  'feed.problem.no-folder-allowed':
    'No folder of the server may be read. Whoever runs the server has to set FEED_FOLDER and start it again.',
  'feed.problem.no-root':
    'The folder named by FEED_FOLDER is not there or may not be read. Whoever runs the server can mend that.',
  'feed.problem.not-there': 'There is no “{name}” in the folder that may be read. Is it spelled so, and is it there?',
  'feed.problem.outside':
    '“{name}” leads out of the folder that may be read, so it was not opened. Put a copy there instead.',
  'feed.problem.not-readable': '“{name}” may not be read by the server. Give it the right to.',
  'feed.problem.many-files':
    'The folder holds more than {most, number} files. Nothing was read; keep old ones elsewhere.',
  'feed.problem.no-file': 'No file in the folder{folder, select, top {} other { {folder}}} is called like {pattern}.',
  'feed.problem.still-written': '“{name}” was still being written. Nothing was stored; it is read the next time.',
  'feed.problem.too-large': 'More than {limit, number} MB came, which is the most. Nothing was stored; let less come.',
  'feed.problem.host-not-allowed':
    '{host} is not among the hosts that may be asked. Whoever runs the server has to add it to FEED_HOSTS.',
  'feed.problem.own-network':
    'The name {host} leads into the server’s own network, so it was not asked. If it is meant, whoever runs the server puts private: before it in FEED_HOSTS.',
  'feed.problem.password-in-address':
    'The address holds a name or a password, which everybody could read here. Take it out and use the secret instead.',
  'feed.problem.redirected':
    'The address sends on to {host}, which was not followed. Use the address that it leads to.',
  'feed.problem.slow': '{host} had not sent everything after {seconds, number} seconds. Nothing was stored.',
  'feed.problem.unreachable': '{host} could not be reached ({code}).',
  'feed.problem.status': '{host} answered {status} instead of the table. Is the address right, and the secret?',
  'feed.problem.packed': '{host} sent the table packed, though asked not to. Let it send plain text or a workbook.',
  'feed.problem.secret-in-clear': 'A secret is not sent over http. Use an https address.',
  'feed.problem.secret-again': 'The secret was given for another host. Enter it again, or send none.',
  'feed.problem.secret-lost':
    'The secret can no longer be opened: the key in the data folder is another one. Enter it again.',
  'feed.problem.database-not-named':
    'No database called {database} may be read. Whoever runs the server has to name it in FEED_DATABASES.',
  'feed.problem.database-password': 'The database {database} wants a password. Enter it, and look again.',
  'feed.problem.database-login':
    'The database {database} refused the login. Is the password right, and may its user sign in from this server?',
  'feed.problem.database-missing':
    'The server of {database} has no such database. Whoever runs this server has to mend FEED_DATABASES.',
  'feed.problem.database-busy': 'The database {database} is too busy or just starting ({code}). It is tried again.',
  'feed.problem.database-superuser':
    'The user of {database} has every right there, so it was not asked. Whoever runs the server names one in FEED_DATABASES that may only read.',
  'feed.problem.database-settings':
    'The user of {database} may not take bounds for a query, so it was not asked. Give it a profile that leaves readonly alone, and only the right to SELECT.',
  'feed.problem.database-plain':
    '{host} does not encrypt, so neither a password nor a query was sent. Let it encrypt; in an own network whoever runs the server may write ?sslmode=disable in FEED_DATABASES.',
  'feed.problem.database-certificate':
    '{host} showed a certificate that is not trusted ({code}), so nothing was sent. Whoever runs the server can name its authority in NODE_EXTRA_CA_CERTS.',
  'feed.problem.query-slow':
    'The query to {database} had not ended after {seconds, number} seconds and was stopped. Nothing was stored; let it read less.',
  'feed.problem.query-rows':
    'The query gives more than {most, number} rows, which is the most. Nothing was stored; let it add up, or take only the latest.',
  'feed.problem.query-empty': 'The query works, but gives no row now. Let it reach further back, and look again.',
  'feed.problem.query-one': 'That is more than one statement. Leave one SELECT, and nothing behind it.',
  'feed.problem.query-writes':
    '{line, plural, =0 {} other {Line #: }}Only reading is possible here: write one SELECT, without anything that changes or sets something.',
  'feed.problem.query-format': 'The query says in which format to answer. Take FORMAT out of it.',
  'feed.problem.query-syntax':
    '{line, plural, =0 {} other {Line #: }}The query cannot be read {near, select, none {there} other {at “{near}”}}.{said, select, none {} other { The database says: {said}}}',
  'feed.problem.query-column':
    '{line, plural, =0 {} other {Line #: }}There is no column {near, select, none {of that name} other {“{near}”}}.{said, select, none {} other { The database says: {said}}}',
  'feed.problem.query-table':
    '{line, plural, =0 {} other {Line #: }}There is no table {near, select, none {of that name} other {“{near}”}}, or it is not in sight of this user.{said, select, none {} other { The database says: {said}}}',
  'feed.problem.query-right':
    '{line, plural, =0 {} other {Line #: }}The user of the database may not read that. Whoever runs the database can allow it.{said, select, none {} other { The database says: {said}}}',
  'feed.problem.query-refused':
    '{line, plural, =0 {} other {Line #: }}The database refused the query{near, select, none {} other { at “{near}”}} ({code}).{said, select, none {} other { The database says: {said}}}',
  'feed.problem.defect': 'Something went wrong here. It is in the log of the server; whoever runs it can look.',

  'feed.title': 'Comes by itself',
  'feed.add': 'Let figures come by themselves',
  'feed.empty-title': 'Nothing comes by itself yet',
  'feed.empty':
    'Nobody has to type what a system already knows. Name a folder, an address or a query once; the figures then come on time.',
  'feed.not-set-up':
    'Whoever runs the server first has to say what may be read: FEED_FOLDER for a folder, FEED_HOSTS for addresses, FEED_DATABASES for databases. Then an admin sets it up here.',
  'feed.from-folder': 'Newest {pattern} in {folder, select, top {the folder} other {{folder}}}',
  'feed.from-address': '{host}',
  'feed.from-query': '{name}, from the database {database}',
  'feed.rhythm': 'How often',
  'feed.rhythm.hour': 'Every hour',
  'feed.rhythm.day': 'Every day',
  'feed.rhythm.week': 'Every week',
  'feed.said-rhythm.hour': 'every hour',
  'feed.said-rhythm.day': 'every day at {hour}:00',
  'feed.said-rhythm.week':
    'every {day, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}} at {hour}:00',
  'feed.weekday': 'Day',
  'feed.weekday-name':
    '{day, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}}',
  'feed.hour': 'Hour',
  'feed.hour-help': 'In the time zone of the workspace.',
  'feed.hour-at': '{hour}:00',
  'feed.where': 'Where from',
  'feed.how': 'When it comes',
  'feed.last': 'Last time',
  'feed.next': 'Next {at}',
  'feed.state.on': 'On',
  'feed.state.paused': 'Paused',
  'feed.state.failing': 'Did not work',
  'feed.waits': 'Runs for the first time',
  'feed.outcome.unchanged': '{at}: nothing new',
  'feed.outcome.stored':
    '{at}: {added, number} new, {corrected, number} corrected, {unchanged, number} as before, {refused, number} left out',
  'feed.outcome.failed': '{at}: {problem}',
  'feed.runs': 'All runs',
  'feed.runs-of': 'Runs: {name}',
  'feed.became': 'What became of it',
  'feed.file': 'What was read',
  'feed.run': 'Run now',
  'feed.pause': 'Pause',
  'feed.resume': 'Go on',
  'feed.end': 'End',
  'feed.end-sure': 'End this feed?',
  'feed.end-means': 'Figures no longer come from here. Those that came stay, and so does the list of runs.',
  'feed.moves': 'What you can do',
  'feed.edit': 'Change',
  'feed.edit-title': 'Change where figures come from',
  'feed.kind': 'Where do the figures come from?',
  'feed.kind.folder': 'A folder',
  'feed.kind.folder-detail': 'The newest file that fits, whenever it has changed.',
  'feed.kind.folder-off': 'Not allowed yet: whoever runs the server sets FEED_FOLDER.',
  'feed.kind.address': 'An address',
  'feed.kind.address-detail': 'A table at {hosts}.',
  'feed.kind.address-off': 'Not allowed yet: whoever runs the server sets FEED_HOSTS.',
  'feed.kind.query': 'A database',
  'feed.kind.query-detail': 'What a query to {databases} gives.',
  'feed.kind.query-off': 'Not allowed yet: whoever runs the server sets FEED_DATABASES.',
  'feed.database': 'Database',
  'feed.database-kind': '{name} ({kind, select, postgres {PostgreSQL} other {ClickHouse}})',
  'feed.query-name': 'What the query is called',
  'feed.query-name-help': 'So that others know what comes, such as Late pickups by shop and week.',
  'feed.sql': 'Query (SQL)',
  'feed.sql-help':
    'One SELECT with a column for the site, one for the period and one for the figure. It can only read, brings {rows, number} rows at most and is stopped after {seconds, number} seconds.',
  'feed.password': 'Password of the database',
  'feed.password-help': 'It is sealed and never shown again.',
  'feed.folder': 'Folder',
  'feed.folder-help': 'Below the one that may be read, such as sales/north. Empty: that one itself.',
  'feed.pattern': 'File name',
  'feed.pattern-help': '* stands for anything: sales-*.csv. Of several the newest is read.',
  'feed.url': 'Address',
  'feed.header': 'Header for a secret',
  'feed.header-help': 'Such as Authorization. Leave it empty where none is needed.',
  'feed.secret': 'Secret',
  'feed.secret-help': 'The whole value of the header, such as “Bearer abc123”. It is sealed and never shown again.',
  'feed.secret-kept': 'There is one. Leave this empty to keep it.',
  'feed.look': 'Look what is there',
  'feed.looked':
    '{name}: {rows, plural, one {# row} other {# rows}} with {columns, plural, one {# column} other {# columns}}, here after {seconds} s. Nothing is stored yet.',
  'feed.looked-rows': 'The first {shown, plural, one {row} other {# rows}} of {rows, number}',
  'feed.looked-next': 'Say which column holds what.',
  'feed.look-first': 'The columns stay as they are. Look again to change them.',
  'feed.owner': 'Whom to tell when it fails',
  'feed.owner-help': 'After three times in a row this person is told, and the feed pauses.',
  'feed.new-sites': 'Names that are not known yet',
  'feed.new-sites.refuse': 'Leave their rows out',
  'feed.new-sites.add':
    'Add as {kind, select, shop {shops} ward {wards} line {lines} team {teams} office {offices} other {other sites}}',
  'feed.save': 'Save',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof feedEn, string> {}
}

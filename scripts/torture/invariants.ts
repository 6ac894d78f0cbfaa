/**
 * What holds at any moment when nobody writes, whatever was killed before. Each statement gives the rows that break it, as text.
 * They look at what is stored, as the superuser: what the product's own code would hide counts too.
 */
export const invariants: readonly { says: string; sql: string }[] = [
  {
    says: 'a trial is decided if and only if it has one decision and one line in the ledger',
    sql: `
      select format('trial %s: %s, %s decisions, %s lines', trial.id, state, decisions, lines) as broken
      from trial
      left join (select trial_id, count(*)::int as decisions from decision group by 1) d on d.trial_id = trial.id
      left join (select trial_id, count(*)::int as lines from gain where reverses_id is null group by 1) g on g.trial_id = trial.id
      where (coalesce(decisions, 0), coalesce(lines, 0)) <> (case when state = 'decided' then (1, 1) else (0, 0) end)`,
  },
  {
    says: 'a line of the ledger names the decision of its own trial, which names its newest result',
    sql: `
      select format('line %s', gain.id) as broken
      from gain join decision on decision.id = gain.decision_id join result on result.id = decision.result_id
      where gain.trial_id <> decision.trial_id or result.trial_id <> decision.trial_id`,
  },
  {
    says: 'a line and its reversal add up to zero, and only a gain is taken back, once',
    sql: `
      select format('reversal %s', back.id) as broken
      from gain back left join gain line on line.id = back.reverses_id
      where back.reverses_id is not null and (
        line.outcome is distinct from 'gain' or back.outcome <> 'reversal'
        or (back.amount ->> 'estimate')::float8 + (line.amount ->> 'estimate')::float8 <> 0
        or (select count(*) from gain twice where twice.reverses_id = line.id) <> 1)`,
  },
  {
    says: 'figures are claimed by the gains that stand, and by nothing else',
    sql: `
      select format('line %s: %s, %s claims', gain.id, gain.outcome, coalesce(claims, 0)) as broken
      from gain
      left join (select gain_id, count(*)::int as claims from gain_claim group by 1) c on c.gain_id = gain.id
      left join gain back on back.reverses_id = gain.id
      where (coalesce(claims, 0) > 0) <> (gain.outcome = 'gain' and back.id is null)`,
  },
  {
    says: 'an idea stands where its last answer has put it, and each answer starts where the one before ended',
    sql: `
      with chain as (
        select idea_id, "to", "from", at,
          lag("to") over told as before, row_number() over (partition by idea_id order by at desc, "to" desc) as from_last
        from idea_answer window told as (partition by idea_id order by at, "to")
      )
      select format('idea %s', idea_id) as broken from chain where "from" <> coalesce(before, 'open')
      union all
      select format('idea %s: %s, last answer %s', idea.id, state, "to")
      from idea left join chain on chain.idea_id = idea.id and from_last = 1
      where state <> coalesce("to", 'open')`,
  },
  {
    says: 'a trial under way or over has its idea tried, by one answer',
    sql: `
      select format('trial %s: its idea has %s starts', trial.id, coalesce(starts, 0)) as broken
      from trial
      left join (select idea_id, count(*)::int as starts from idea_answer where move = 'try' group by 1) a using (idea_id)
      where coalesce(starts, 0) <> (case when state in ('draft', 'frozen') then 0 else 1 end)`,
  },
  {
    says: 'a trial has one first plan once it is frozen, and none before, nor a draft after',
    sql: `
      select format('trial %s: %s, %s plans, %s drafts', trial.id, state, coalesce(plans, 0), coalesce(drafts, 0)) as broken
      from trial
      left join (select trial_id, count(*)::int as plans from plan group by 1) p on p.trial_id = trial.id
      left join (select trial_id, count(*)::int as drafts from plan_draft group by 1) d on d.trial_id = trial.id
      where coalesce(plans, 0) <> (case when state = 'draft' then 0 else 1 end)`,
  },
  {
    says: 'a trial is measured once by the same plan',
    sql: `select format('trial %s: %s results', trial_id, count(*)) as broken from result group by trial_id having count(*) > 1`,
  },
  {
    says: 'each write told everybody what happened, once',
    sql: `
      with told as (select event, payload ->> 'id' as id, count(*)::int as times from outbox group by 1, 2),
      due as (
        select 'idea.written' as event, id::text from idea
        union all select 'sheet.added', id::text from sheet
        union all select 'trial.planned', id::text from trial
        union all select 'trial.frozen', id::text from trial where state <> 'draft'
        union all select 'trial.ended', id::text from trial where state in ('ended', 'decided')
        union all select 'result.measured', id::text from result
        union all select 'decision.taken', id::text from decision
        union all select 'gain.booked', id::text from gain where reverses_id is null
        union all select 'gain.reversed', id::text from gain where reverses_id is not null
      )
      select format('%s %s, told %s times', coalesce(due.event, told.event), coalesce(due.id, told.id), coalesce(times, 0)) as broken
      from due full join told on told.event = due.event and told.id = due.id
      where (due.id is null or times is distinct from 1) and coalesce(due.event, told.event) in (select event from due)`,
  },
  {
    says: 'everybody who may answer a new idea has one notice of it',
    sql: `
      with told as (select href, count(*) as times, count(distinct person_id) as people from notice where message = 'idea.told-new' group by 1),
      due as (
        select idea.id, count(judge.id) as judges
        from idea left join person judge on judge.role in ('lead', 'admin', 'owner') and judge.id is distinct from idea.author_id
        group by 1
      )
      select format('idea %s, %s notices to %s of %s people', id, coalesce(times, 0), coalesce(people, 0), judges) as broken
      from due left join told on href = '/ideas/' || id
      where coalesce(times, 0) <> judges or coalesce(people, 0) <> judges`,
  },
  {
    says: 'the audit has one row for each write',
    sql: `
      with kept as (select action, count(*)::int as times from audit group by 1),
      due as (
        select 'idea.write POST /ideas' as action, count(*)::int as times from idea
        union all select 'idea.answer POST /ideas/:id/moves', count(*)::int from idea_answer where move in ('approve', 'park', 'decline')
        union all select 'sheet.add POST /sheets', count(*)::int from sheet
        union all select 'metric.add POST /metrics', count(*)::int from metric
        union all select 'trial.plan POST /trials', count(*)::int from trial
        union all select 'trial.plan POST /trials/:id/freezings', count(*)::int from plan
        union all select 'decision.take POST /trials/:id/decisions', count(*)::int from decision
        union all select 'gain.reverse POST /gains/:id/reversals', count(*)::int from gain where reverses_id is not null
      )
      select format('%s: %s rows in the audit, %s writes', action, coalesce(kept.times, 0), due.times) as broken
      from due left join kept using (action) where coalesce(kept.times, 0) <> due.times`,
  },
]

/** What holds in the end, when everything that was to happen later has happened. */
export const afterwards: readonly { says: string; sql: string }[] = [
  {
    says: 'the outbox was handed on',
    sql: `select format('%s %s', event, payload) as broken from outbox where relayed_at is null`,
  },
  {
    says: 'no job waits or has failed',
    sql: `select format('%s is %s since %s', name, state, coalesce(started_on, created_on)) as broken from job.job where name not like '\\_\\_%' and state <> 'completed'`,
  },
  {
    says: 'every trial that is over was measured',
    sql: `
      select format('trial %s', id) as broken from trial
      where state in ('ended', 'stopped', 'decided') and not exists (select from result where result.trial_id = trial.id)`,
  },
]

/** The rows that writes have left, with the mark that each carries. A trial has no words: its mark is null. */
export const marked = `
  select 'idea' as kind, id::text, substring(text from 'mark-\\d{6}') as mark from idea
  union all select 'answer', idea_id::text, substring(reason from 'mark-\\d{6}') from idea_answer where move in ('approve', 'park', 'decline')
  union all select 'sheet', id::text, substring(name from 'mark-\\d{6}') from sheet
  union all select 'metric', id::text, substring(name from 'mark-\\d{6}') from metric
  union all select 'trial', id::text, null from trial
  union all select 'plan', id::text, substring(body ->> 'question' from 'mark-\\d{6}') from plan
  union all select 'decision', id::text, substring(reason from 'mark-\\d{6}') from decision
  union all select 'reversal', id::text, substring(reason from 'mark-\\d{6}') from gain where reverses_id is not null`

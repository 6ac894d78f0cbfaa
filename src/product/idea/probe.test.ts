import { randomUUID } from 'node:crypto'
import { test } from 'vitest'
import { openTestServer } from '#app/testing/open-test-server.ts'
import { addTeam } from '#product/team/team-store.ts'
test('x', async () => {
  const server = await openTestServer()
  const a = await server.addWorkspace('A'); const b = await server.addWorkspace('B')
  const teams: string[] = []
  for (let i = 0; i < 20; i++) { const id = randomUUID() as never; teams.push(id); await a.tx((db) => addTeam(db, { id, name: `T${i}`, department: null, createdAt: new Date() })) }
  const owner = await a.add('owner'); const member = await a.add('member', { teamId: teams[0] as never }); const lead = await a.add('lead', { teamId: teams[0] as never }); const lead2 = await a.add('lead', { teamId: teams[1] as never }); await a.add('admin')
  for (let i=1;i<19;i++) await a.add('lead', { teamId: teams[i] as never })
  await b.add('owner')
  const g = (await owner.post('/goals', { title: 'Goal', unit: 'u', start: 1, target: 2, dueOn: '2099-01-01', why: 'abc' })).body.id
  for (const [w, n] of [[a, 100000], [b, 10000]] as const)
  await server.database.look(`insert into idea (workspace_id,id,text,title,state,version,author_id,team_id,goal_id,created_at)
   select '${w.id}', gen_random_uuid(),
    'Put the '||(array['scanner','linen','trolley','gloves','sign','reminder','label'])[1+g%7]||' at place '||g||' so that '||md5(g::text)||' people walk less and find the '||md5((g*7)::text)||' sooner than before, every day of the week. '||repeat('More words about it and why it matters to us here. ',3),
    'Put the '||(array['scanner','linen','trolley','gloves','sign','reminder','label'])[1+g%7]||' at place '||g, (array['open','approved','adopted','dropped'])[1+g%4],1,
    ${w === a ? `'${member.personId}'` : 'null'}, ${w === a ? `(array['${teams.join("','")}'])[1+g%20]::uuid` : 'null'}, ${w === a ? `case when g % 10 = 0 then '${g}'::uuid end` : 'null'}, now() - g * interval '1 minute' from generate_series(1,${n}) g`)
  await server.database.look('vacuum analyze idea')
  async function time(name: string, work: () => Promise<any>, n = 30) {
    const ms: number[] = []
    for (let i = 0; i < n; i++) { const t = performance.now(); const r = await work(); if (r.status >= 400) console.log(name, r.status, r.body); ms.push(performance.now() - t) }
    ms.sort((x, y) => x - y); console.log(name.padEnd(34), 'p50', ms[n >> 1]!.toFixed(1), 'p95', ms[Math.floor(n * 0.95)]!.toFixed(1))
  }
  await time('list', () => member.get('/ideas'))
  const deep = (await server.database.look<any>(`select id, created_at from idea where workspace_id='${a.id}' order by created_at offset 1000 limit 1`))[0]
  await time('list deep', () => member.get(`/ideas?before=${deep.created_at.toISOString()}_${deep.id}`))
  await time('list state', () => member.get('/ideas?state=adopted'))
  await time('list merged (none)', () => member.get('/ideas?state=merged'))
  await time('list mine', () => member.get('/ideas?mine=yes'))
  await time('list mine none', () => lead.get('/ideas?mine=yes'))
  await time('list goal', () => member.get(`/ideas?goal=${g}`))
  await time('list goal+state', () => member.get(`/ideas?goal=${g}&state=open`))
  await time('counts by goal', () => member.get('/idea-counts'))
  await time('today member', () => member.get('/today'), 15)
  await time('today owner', () => owner.get('/today'), 15)
  await time('today lead', () => lead.get('/today'), 15)
  await time('today lead other', () => lead2.get('/today'), 15)
  await time('search common', () => member.get('/search?q=scanner'), 10)
  await time('search none', () => member.get('/search?q=zzzq'), 10)
  await time('search prefix a', () => member.get('/search?q=sc'), 10)
  await time('write', () => member.post('/ideas', { text: 'Put it elsewhere, please. It is better there.' }), 60)
  const id = (await member.post('/ideas', { text: 'Put it elsewhere, please. It is better there.' })).body.id
  await time('find', () => member.get(`/ideas/${id}`))
  await server.close()
}, 300000)

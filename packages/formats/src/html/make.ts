import { addDays, clockText, distanceText, makeDay, type Day, type SeasonWeek } from '@bell-lap/core'
import { paceLine } from '../export/pace-text.ts'
import { stepsOf } from '../export/parts.ts'
import type { PreparedSeason, PreparedSession } from '../export/prepared.ts'
import { weekTotalText } from '../export/week-total.ts'
import { sessionCard } from './card.ts'
import { dateText, longDateText } from './date.ts'
import { element, escaped, pieces, type Content, type Html } from './element.ts'
import { STYLE } from './style.ts'

/** A page that needs nothing else: no script, no font, no picture from anywhere, and a policy that says so. */
const document = (title: string, body: Html): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body>${body.html}</body>`,
    '</html>',
    '',
  ].join('\n')

/** A season on paper: the weeks in a table, then each week with the cards of its sessions, a sheet a week. */
export const makeSeasonPage = (prepared: PreparedSeason): string =>
  document(
    `${seasonName(prepared)}: ${prepared.season.race.name}`,
    pieces(
      overview(prepared),
      prepared.season.weeks.map((week) => weekSection(week, prepared)),
    ),
  )

/** One week on paper. */
export const makeWeekPage = (week: SeasonWeek, prepared: PreparedSeason): string =>
  document(`${seasonName(prepared)}: week ${week.number}`, weekSection(week, prepared))

const seasonName = ({ season }: PreparedSeason): string => season.plan.name ?? 'Season'

const overview = (prepared: PreparedSeason): Html => {
  const { season, notes } = prepared
  const { athlete, race, plan } = season
  const unit = athlete.unit ?? plan.unit
  const head = ['week', 'from', 'phase', 'objective'].map((text) => element('th', '', text))
  const rows = season.weeks.map((week) =>
    element(
      'tr',
      '',
      element('td', '', String(week.number)),
      element('td', 'day', dateText(week.monday)),
      element('td', '', phaseText(week)),
      element('td', '', week.objective ?? ''),
      element('td', 'num', weekTotalText(week, unit)),
    ),
  )
  return element(
    'section',
    'week',
    element(
      'header',
      '',
      element('h1', '', seasonName(prepared)),
      element(
        'p',
        'kicker',
        element('em', '', race.name),
        `, ${longDateText(race.day)}`,
        athlete.name ? `, ${athlete.name}` : '',
      ),
    ),
    element(
      'table',
      '',
      element('thead', '', element('tr', '', head, element('th', 'num', 'running'))),
      element('tbody', '', rows),
    ),
    notes.map((note) => element('p', 'kicker', note)),
  )
}

const weekSection = (week: SeasonWeek, prepared: PreparedSeason): Html => {
  const sessions = prepared.sessions.filter((session) => session.week === week)
  const cards = sessions.filter(hasCard)
  return element(
    'section',
    'week',
    weekHead(week),
    weekTable(week, sessions, prepared),
    cards.length > 0 ? element('div', 'cards', cards.map(sessionCard)) : [],
  )
}

/** `Speed, recovery`; a kind that the phase already says is not said twice. */
const phaseText = ({ phase, kind }: SeasonWeek): string =>
  [phase, phase?.toLowerCase() === kind ? null : kind].filter((word) => word !== null).join(', ')

const weekHead = (week: SeasonWeek): Html =>
  element(
    'header',
    '',
    element('h1', '', `Week ${week.number}`),
    element(
      'p',
      'kicker',
      `${dateText(week.monday)} to ${longDateText(addDays(week.monday, 6))}`,
      phaseText(week) === '' ? '' : [', ', element('em', '', phaseText(week))],
    ),
    week.objective === null ? [] : element('p', 'kicker', week.objective),
  )

const HEAD: readonly (readonly [string, string])[] = [
  ['day', ''],
  ['', ''],
  ['session', ''],
  ['about', 'num'],
  ['done', ''],
  ['own figures', ''],
]

const weekTable = (week: SeasonWeek, sessions: readonly PreparedSession[], prepared: PreparedSeason): Html => {
  const unit = prepared.season.athlete.unit ?? prepared.season.plan.unit
  const days = Array.from({ length: 7 }, (_, index) => addDays(week.monday, index))
  return element(
    'table',
    '',
    element(
      'thead',
      '',
      element(
        'tr',
        '',
        HEAD.map(([text, className]) => element('th', className, text)),
      ),
    ),
    element(
      'tbody',
      '',
      days.map((day) =>
        dayRows(
          day,
          sessions.filter(({ session }) => session.day === day),
          day === prepared.season.race.day,
        ),
      ),
      element(
        'tr',
        'total',
        element('td', '', 'running'),
        element('td', '', ''),
        element('td', '', ''),
        element('td', 'num', weekTotalText(week, unit)),
        element('td', '', ''),
        element('td', '', ''),
      ),
    ),
  )
}

const dayRows = (day: Day, sessions: readonly PreparedSession[], race: boolean): Content => {
  const name = race ? [dateText(day), element('span', 'fig', 'race day')] : dateText(day)
  if (sessions.length === 0) return row(name, '', [element('span', 'fig', 'no session')], '', false)
  return sessions.map((prepared, index) =>
    row(index === 0 ? name : '', prepared.session.slot, sessionWords(prepared), lengthOf(prepared), true),
  )
}

const row = (day: Content, slot: string, words: Content, length: string, tick: boolean): Html =>
  element(
    'tr',
    '',
    element('td', 'day', day),
    element('td', 'slot', slot),
    element('td', '', words),
    element('td', 'num', length),
    element('td', '', tick ? element('span', 'box', '') : ''),
    element('td', tick ? 'own' : '', ''),
  )

/** Figures in the week's table: the rest stands on the session's card. */
const MOST_FIGURES = 2

const sessionWords = ({ title, prescription, unit, session }: PreparedSession): Content => {
  const steps = stepsOf(prescription.parts)
  const work = steps.filter(({ role }) => role !== 'warmup' && role !== 'cooldown')
  const lines = [...new Set(work.flatMap((step) => paceLine(step, unit) ?? []))]
  const cue = session.cue ?? session.workout.cue
  return [
    element('span', 'name', title),
    lines.slice(0, MOST_FIGURES).map((line) => element('span', 'fig', line)),
    cue === undefined ? [] : element('span', 'fig', cue),
  ]
}

const lengthOf = ({ session, unit }: PreparedSession): string => {
  const { distance, duration } = session.estimated
  if (distance !== null) return distanceText(distance, unit, 1)
  return duration === null ? '' : clockText(duration)
}

/** Sessions that have more to say than their line in the week. */
const hasCard = ({ prescription }: PreparedSession): boolean => stepsOf(prescription.parts).length > 1

/** Name of a week's page among the files. */
export const weekPageName = ({ number, monday }: SeasonWeek): string =>
  `w${String(Math.max(0, Math.trunc(number))).padStart(2, '0')}-${makeDay(monday)}.html`

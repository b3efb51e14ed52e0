import { weeksOf, type Session } from '@bell-lap/core'
import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'
import { readWorkout } from '../prose/read-workout.ts'

/** A page as a reader of it would tell it: one line a week, its total and kind, the words of each day. */
const outline = (text: string): readonly string[] => {
  const reading = readPage(text, readWorkout)
  const { characters, structured, notes, unread } = reading.coverage
  expect(structured + notes + unread).toBe(characters)
  expect(characters).toBe(text.length)
  return weeksOf(reading.plan).map((week, index) => {
    const days = week.sessions.map((session, at) => {
      const span = reading.spanOf({ kind: 'session', week: index, session: at })
      return `${dayOf(session)} ${span ? text.slice(span.from, span.to).replaceAll(/\s+/g, ' ') : ''}`
    })
    const total = week.statedTotal
    const stated =
      total?.kind === 'distance'
        ? ` ${Number((total.distance / (total.unit === 'mi' ? 1609.344 : 1000)).toFixed(2))}${total.unit}`
        : total
          ? ` ${total.duration / 60}min`
          : ''
    return `${week.number}${week.kind ? ` ${week.kind}` : ''}${stated}: ${days.join('; ')}`
  })
}

const dayOf = ({ day, slot }: Session): string => (slot ? `${day} ${slot}` : day)

/** Two weeks that most layouts below hold. */
const TWO_WEEKS = [
  '1: Mon rest; Tue 6 x 400 m @ 5K, 200 m jog; Wed 6 km easy; Thu 7 km with 20 min tempo; Fri rest; Sat 5 km easy; Sun 12 km long',
  '2: Mon rest; Tue 8 x 400 m @ 5K, 200 m jog; Wed 6 km easy; Thu 8 km with 20 min tempo; Fri rest; Sat 5 km easy; Sun 13 km long',
]
const DAYS = TWO_WEEKS.map((week) =>
  week
    .replace(/^\d: /, '')
    .split('; ')
    .map((day) => [day.slice(0, 3), day.slice(4)] as const),
)
const FULL: { readonly [day: string]: string } = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
}

const listed = (
  line: (day: string, entry: string, index: number) => string,
  heading: (week: number) => string,
  between = '\n\n',
): string =>
  `A 5K plan\n\n${DAYS.map((days, week) => [heading(week + 1), ...days.map(([day, entry], index) => line(day, entry, index))].join('\n')).join(between)}\n`

describe('weeks as lists', () => {
  const letters = ['M', 'T', 'W', 'T', 'F', 'S', 'S']
  const two = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
  test.each<[string, string]>([
    [
      'Mon: entry',
      listed(
        (day, entry) => `${day}: ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'MON entry',
      listed(
        (day, entry) => `${day.toUpperCase()} ${entry}`,
        (week) => `WEEK ${week}`,
      ),
    ],
    [
      'Monday - entry',
      listed(
        (day, entry) => `${FULL[day]} - ${entry}`,
        (week) => `Week ${week}:`,
      ),
    ],
    [
      'Monday, entry',
      listed(
        (day, entry) => `${FULL[day]}, ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'Mon. entry',
      listed(
        (day, entry) => `${day}. ${entry}`,
        (week) => `Wk. ${week}`,
      ),
    ],
    [
      'bullets',
      listed(
        (day, entry) => `  • ${FULL[day]}: ${entry}`,
        (week) => `Week ${week}`,
        '\n\n\n',
      ),
    ],
    [
      'markdown',
      listed(
        (day, entry) => `- **${day}**: ${entry}`,
        (week) => `## Week ${week}`,
      ),
    ],
    [
      'quoted',
      listed(
        (day, entry) => `> ${day} – ${entry}`,
        (week) => `> Week ${week} of 2`,
        '\n>\n',
      ),
    ],
    [
      'emoji',
      listed(
        (day, entry) => `✅ ${day} – ${entry}`,
        (week) => `📅 WEEK ${week}`,
      ),
    ],
    [
      'check boxes',
      listed(
        (day, entry) => `- [ ] ${day} ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'letters',
      listed(
        (_, entry, index) => `${letters[index]} - ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'two letters',
      listed(
        (_, entry, index) => `${two[index]}: ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'entries under the days',
      listed(
        (day, entry) => `${FULL[day]}\n${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'headings of days',
      listed(
        (day, entry) => `### ${FULL[day]}\n\n${entry}\n`,
        (week) => `## Week ${week}\n`,
      ),
    ],
    [
      'the name and the entry glued',
      listed(
        (day, entry) => `${FULL[day]}${entry.charAt(0).toUpperCase()}${entry.slice(1)}`,
        (week) => `Week ${week}`,
      )
        .replaceAll('Rest', 'rest')
        .replaceAll(/(Monday|Friday)rest/g, '$1 rest'),
    ],
    [
      'counted days',
      listed(
        (_, entry, index) => `Day ${index + 1}: ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'a list of seven',
      listed(
        (_, entry, index) => `${index + 1}. ${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'dates',
      listed(
        (day, entry, index) => `${day} ${4 + index} Jan: ${entry}`,
        (week) => `Week ${week} (from ${4 + (week - 1) * 7} Jan)`,
      ),
    ],
    [
      'tabs',
      listed(
        (day, entry) => `${day}\t${entry}`,
        (week) => `Week ${week}`,
      ),
    ],
    [
      'CRLF and odd spaces',
      listed(
        (day, entry) => `${day}:\u00a0${entry.replaceAll(' ', '\u2009')}`,
        (week) => `Week ${week}`,
      ).replaceAll('\n', '\r\n'),
    ],
    [
      'words for numbers',
      listed(
        (day, entry) => `${day}: ${entry}`,
        (week) => `Week ${['One', 'Two'][week - 1]}`,
      ),
    ],
    [
      'ordinals',
      listed(
        (day, entry) => `${day}: ${entry}`,
        (week) => `${['First', 'Second'][week - 1]} week`,
      ),
    ],
    [
      'no headings',
      listed(
        (day, entry) => `${day}: ${entry}`,
        () => '',
      ),
    ],
    [
      'inline',
      `A 5K plan\n\n${DAYS.map((days, week) => `Week ${week + 1}: ${days.map(([day, entry]) => `${day} ${entry}`).join('; ')}`).join('\n')}\n`,
    ],
  ])('%s', (_name, text) => {
    expect(outline(text)).toEqual(TWO_WEEKS)
  })

  test('days counted through the weeks', () => {
    const text = DAYS.flat()
      .map(([, entry], index) => `Day ${index + 1} - ${entry}`)
      .join('\n')
    expect(outline(`14 days\n\n${text}\n`)).toEqual(TWO_WEEKS)
    const headed = DAYS.map((days, week) =>
      [
        `Days ${week * 7 + 1}-${week * 7 + 7}: go`,
        ...days.map(([, entry], index) => `Day ${week * 7 + index + 1} - ${entry}`),
      ].join('\n'),
    )
    expect(outline(`14 days\n\n${headed.join('\n\n')}\n`)).toEqual(TWO_WEEKS)
  })

  test('weeks that run down', () => {
    const text = listed(
      (day, entry) => `${day}: ${entry}`,
      (week) => `${3 - week} weeks out`,
    )
    expect(outline(text)).toEqual(TWO_WEEKS.map((week, index) => week.replace(/^\d/, String(2 - index))))
    const minus = listed(
      (day, entry) => `${day}: ${entry}`,
      (week) => `T-${3 - week} weeks`,
    )
    expect(outline(minus)).toEqual(outline(text))
  })
})

describe('weeks as tables', () => {
  const rows = DAYS.map((days, week) => [String(week + 1), ...days.map(([, entry]) => entry)])
  const heads = ['Week', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const pipes = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const across = heads.slice(1).map((day, index) => [day, ...DAYS.map((days) => days[index]?.[1] ?? '')])
  const quoted = (cells: readonly string[]): string =>
    cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')
  const padded = (table: readonly (readonly string[])[]): string => {
    const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
    return table
      .map((row) =>
        row
          .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2))
          .join('')
          .trimEnd(),
      )
      .join('\n')
  }
  test.each<[string, string]>([
    ['markdown', [pipes(heads), pipes(heads.map(() => '---')), ...rows.map(pipes)].join('\n')],
    ['pipes without borders', [heads.join(' | '), ...rows.map((row) => row.join(' | '))].join('\n')],
    ['letters over the columns', [pipes(['Wk', 'M', 'T', 'W', 'T', 'F', 'S', 'S']), ...rows.map(pipes)].join('\n')],
    [
      'a drawn grid',
      ['+---+---+', pipes(heads), '+===+===+', ...rows.flatMap((row) => [pipes(row), '+---+---+'])].join('\n'),
    ],
    ['tabs', [heads, ...rows].map((row) => row.join('\t')).join('\n')],
    ['commas', [heads, ...rows].map(quoted).join('\n')],
    ['spaces', padded([heads, ...rows])],
    ['a week a column', [['Day', 'Week 1', 'Week 2'], ...across].map(pipes).join('\n')],
    ['a week a column, tabs', [['', 'Week 1', 'Week 2'], ...across].map((row) => row.join('\t')).join('\n')],
    ['a week a column, counted', [['Week', '1', '2', '3'], ...across.map((row) => [...row, ''])].map(pipes).join('\n')],
    [
      'lists side by side',
      padded([['Week 1', 'Week 2'], ...across.map(([day, ...cells]) => cells.map((cell) => `${day} ${cell}`))]),
    ],
    [
      'a day a row',
      [
        ['Week', 'Day', 'Session'],
        ...DAYS.flatMap((days, week) => days.map(([day, entry]) => [String(week + 1), day, entry])),
      ]
        .map(pipes)
        .join('\n'),
    ],
    [
      'a table for each week',
      DAYS.map((days, week) =>
        [
          `Week ${week + 1}`,
          '',
          pipes(['Day', 'Training']),
          pipes(['---', '---']),
          ...days.map((day) => pipes([...day])),
        ].join('\n'),
      ).join('\n\n'),
    ],
    ['no headings', rows.map((row) => pipes([...row])).join('\n')],
  ])('%s', (_name, text) => {
    expect(outline(`A 5K plan\n\nSome words before.\n\n${text}\n\nSome words after it, for you.\n`)).toEqual(TWO_WEEKS)
  })

  test('totals, aims and phases in columns of their own', () => {
    const text =
      '| Week | Phase | Mon | Tue | Wed | Focus | Total (km) |\n|---|---|---|---|---|---|---|\n| 1 | Base | rest | 5 km | 6 km | rhythm | 11 |\n| 2 | Base | rest | 5 km | 7 km | down week | 12 |\n| 3 | Speed | rest | 5 km | 8 km | hills | 13 |\n| Total | | | | | | 36 |\n'
    const reading = readPage(text, readWorkout)
    expect(outline(text)).toEqual([
      '1 11km: Mon rest; Tue 5 km; Wed 6 km',
      '2 recovery 12km: Mon rest; Tue 5 km; Wed 7 km',
      '3 13km: Mon rest; Tue 5 km; Wed 8 km',
    ])
    expect(reading.plan.phases.map(({ name, weeks }) => [name, weeks.length])).toEqual([
      ['Base', 2],
      ['Speed', 1],
    ])
    expect(weeksOf(reading.plan).map(({ objective }) => objective)).toEqual(['rhythm', 'down week', 'hills'])
    expect(reading.findings).toEqual([])
  })

  test('a wrong sum of all weeks is told', () => {
    const text =
      '| Week | Mon | Tue | Wed | Total |\n|---|---|---|---|---|\n| 1 | rest | 5 km | 6 km | 11 km |\n| 2 | rest | 5 km | 7 km | 12 km |\n| Total | | | | 25 km |\n'
    expect(readPage(text, readWorkout).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'total-mismatch: The page states 25km for all weeks, but the totals of its weeks come to 23km.',
    ])
  })

  test('two halves of the day, in columns and in rows', () => {
    const columns = 'Day | AM | PM\nMon | 5 km easy | gym 30 min\nTue | 6 km easy | -\nWed | rest |\n'
    expect(outline(`Week 1\n\n${columns}`)).toEqual([
      '1: Mon am 5 km easy; Mon pm gym 30 min; Tue am 6 km easy; Wed am rest',
    ])
    const corner = columns.replace('Day', 'Week 1')
    expect(outline(corner)).toEqual(outline(`Week 1\n\n${columns}`))
    const rows =
      'Week | | Mon | Tue | Wed\n1 | AM | 5 km easy | 6 km easy | rest\n | PM | gym 30 min | - |\n2 | AM | 6 km easy | 6 km easy | rest\n'
    expect(outline(rows)).toEqual([
      '1: Mon am 5 km easy; Tue am 6 km easy; Wed am rest; Mon pm gym 30 min',
      '2: Mon am 6 km easy; Tue am 6 km easy; Wed am rest',
    ])
  })

  test('a cell may go on in the row below', () => {
    const text =
      'Wk   Mon    Tue            Wed     Total\n1    Rest   4 x 400 m      3 km    8 km\n            200 m jog\n2    Rest   5 x 400 m      4 km    9 km\n'
    const [first] = weeksOf(readPage(text, readWorkout).plan)
    expect(first?.sessions[1]?.workout.steps).toMatchObject([
      { kind: 'repeat', times: 4, between: { extent: { distance: 200 } } },
    ])
  })

  test('an export with a row a day: other columns are no part of the entry', () => {
    const text =
      'Block,Week,Day,Type,Distance (mi),Description\nBase,1,Mon,Rest,0,\nBase,1,Tue,Intervals,6,"6 x 400 m @ 5K pace, 200 m jog"\nBase,1,Wed,Easy,4,\n'
    const reading = readPage(text, readWorkout)
    const [week] = weeksOf(reading.plan)
    expect(week?.sessions.map(({ day, workout }) => [day, workout.kind, workout.total?.extent])).toMatchObject([
      ['Mon', 'rest', undefined],
      ['Tue', 'run', { distance: 6 * 1609.344 }],
      ['Wed', 'run', { distance: 4 * 1609.344 }],
    ])
    expect(reading.wordsOf?.({ kind: 'session', week: 0, session: 1 })).toBe('Intervals 6 x 400 m @ 5K pace, 200 m jog')
  })

  test('breaks inside a cell part sessions', () => {
    const text =
      '| Wk | Mon | Tue | Wed |\n|---|---|---|---|\n| 1 | AM 5 km easy<br>PM gym | rest | 3 km easy<br/>5 km tempo |\n'
    const [week] = weeksOf(readPage(text, readWorkout).plan)
    expect(week?.sessions.map(dayOf)).toEqual(['Mon am', 'Mon pm', 'Tue', 'Wed'])
    expect(week?.sessions.at(-1)?.workout.steps).toHaveLength(2)
  })
})

describe('days', () => {
  const week = (lines: string): readonly string[] => outline(`Week 1\n${lines}\n`)
  test.each<[string, string, string]>([
    [
      'several days in one line',
      'Mon/Fri: rest\nTue & Thu: 5 km easy\nSat-Sun: 8 km',
      '1: Mon rest; Fri rest; Tue 5 km easy; Thu 5 km easy; Sat 8 km; Sun 8 km',
    ],
    [
      'halves of the day',
      'Mon - AM 6 km / PM gym 30 min\nTue: am 5 km easy; pm 8 x 400 m\nWed: 7am 5 km, 6pm 4 km',
      '1: Mon am 6 km; Mon pm gym 30 min; Tue am 5 km easy; Tue pm 8 x 400 m; Wed am 5 km; Wed pm 4 km',
    ],
    [
      'halves on lines of their own',
      'Mon\n  AM: 6 km easy\n  PM: gym\nTue: rest',
      '1: Mon am 6 km easy; Mon pm gym; Tue rest',
    ],
    ['halves after the entry', 'Mon: 5 km easy (am), gym (pm)\nTue: rest', '1: Mon am 5 km easy; Mon pm gym; Tue rest'],
    [
      'a list under the day',
      'Mon: 6 km, consisting of:\n  2 km easy\n  2 km tempo\n  2 km easy\nTue: rest',
      '1: Mon 6 km, consisting of: 2 km easy 2 km tempo 2 km easy; Tue rest',
    ],
    [
      'wrapped lines',
      'Mon: 8 km with 5 x 1000m at threshold\n  pace (200m jog recovery)\nTue: rest',
      '1: Mon 8 km with 5 x 1000m at threshold pace (200m jog recovery); Tue rest',
    ],
    ['sessions on no day', 'Session 1: 6 x 400 m\nSession 2: 30 min tempo', '1: any 6 x 400 m; any 30 min tempo'],
    [
      'small letters',
      'mo 8 km\ntu 9 km\nwe 6 km\nth off\nsa 5 km',
      '1: Mon 8 km; Tue 9 km; Wed 6 km; Thu off; Sat 5 km',
    ],
    ['days of the month', 'Mon 1st: 8 km\nTue 2nd: rest', '1: Mon 8 km; Tue rest'],
    ['a dash is a day off', 'Mon: -\nTue: 5 km', '1: Mon -; Tue 5 km'],
    ['race day glued', 'Sat: 3 km easy\nSundayRACE DAY!', '1: Sat 3 km easy; Sun RACE DAY!'],
  ])('%s', (_name, lines, expected) => {
    expect(week(lines)).toEqual([expected])
  })

  test('dates with a year tell the weekday', () => {
    expect(outline('5K\n\n1 Mar 2027: 5 km\n2 Mar 2027: 6 km\n7 Mar 2027: rest\n8 Mar 2027: 5 km\n')).toEqual([
      '1: Mon 5 km; Tue 6 km; Sun rest',
      '2: Mon 5 km',
    ])
  })
})

describe('weeks and phases', () => {
  const days = 'Mon: rest\nTue: 5 km\nWed: 6 km\n'
  test('headings with kinds, totals and words', () => {
    const text = `Week 1: settle in (51 km)\n${days}\nWeek 2 (Recovery Week)\n${days}Weekly Total: 11 km\n\nWEEK 3 - 40-45 km - Peak\n${days}\nWeek 4 | taper | ~20 km\n${days}\nRace week\n${days}`
    expect(outline(text).map((line) => line.split(':')[0])).toEqual([
      '1 51km',
      '2 recovery 11km',
      '3 peak 40km',
      '4 taper 20km',
      '5 race',
    ])
    expect(weeksOf(readPage(text, readWorkout).plan)[0]?.notes).toEqual(['settle in'])
  })

  test('a total after a dash is no range of weeks', () => {
    expect(outline(`Week 1 - 51 miles\n${days}\nWeek 2 - 8 runs\n${days}`).map((line) => line.split(':')[0])).toEqual([
      '1 51mi',
      '2',
    ])
  })

  test('phases by their headings, in either order of words', () => {
    const text = `Base: Weeks 1-2\n\nKeep it easy here, all of you.\n\nWeek 1\n${days}\nWeek 2\n${days}\nWeek 3 to 4: learn the pace\n\nWeek 3\n${days}\nWeek 4\n${days}\nTaper and Peak: Week 5\n\nWeek 5\n${days}`
    const { plan } = readPage(text, readWorkout)
    expect(plan.phases.map(({ name, weeks, notes }) => [name, weeks.map(({ number }) => number), notes])).toEqual([
      ['Base', [1, 2], ['Keep it easy here, all of you.']],
      ['learn the pace', [3, 4], undefined],
      ['Taper and Peak', [5], undefined],
    ])
  })

  test('a phase with days right under it is every week of it', () => {
    expect(outline(`Weeks 1-3\n${days}Total 11 km\n\nWeek 4\n${days}`)).toEqual([
      ...[1, 2, 3].map((number) => `${number} 11km: Mon rest; Tue 5 km; Wed 6 km`),
      '4: Mon rest; Tue 5 km; Wed 6 km',
    ])
  })

  test('a week may repeat another', () => {
    const reading = readPage(`Week 1\n${days}\nWeek 2: same as week 1\n`, readWorkout)
    expect(weeksOf(reading.plan).map(({ sessions }) => sessions.length)).toEqual([3, 3])
    expect(reading.findings.map(({ message }) => message)).toEqual([expect.stringContaining('repeats week 1')])
  })

  test('weeks run Sunday to Saturday where the page has them so', () => {
    const text = 'Sun 8 miles\nMon rest\nTue 4 miles\n'
    expect(outline(`Half marathon\n\n${text}\n${text}`)).toEqual([
      '1: Sun 8 miles; Mon rest; Tue 4 miles',
      '2: Sun 8 miles; Mon rest; Tue 4 miles',
    ])
  })
})

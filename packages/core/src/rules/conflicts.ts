/** Where the documents contradict one another, themselves or published science, and what is done about it. */
export interface Conflict {
  readonly number: `C${number}`
  readonly text: string
  readonly settled: string
}

/** C1..C18 in order. */
export const CONFLICTS: readonly Conflict[] = [
  {
    number: 'C1',
    text: 'R13, R15 and R48 add the same seconds for everybody; equivalent performances differ: mile pace is faster, easy pace mostly slower.',
    settled: 'The plan says which model it means; where it means the offsets, the differences are noted with figures.',
  },
  {
    number: 'C2',
    text: 'R9 says 80/20 and polarised; the twelve weeks are about 90 % easy by time, and not polarised before week 6.',
    settled: 'Easy running is checked as a minimum by time; the name is a warning in plans that follow the document.',
  },
  {
    number: 'C3',
    text: 'R2 speaks to runners who train five to six days; the plan runs on seven.',
    settled: 'One day of rest a week by default, a setting.',
  },
  {
    number: 'C4',
    text: 'R5 admits runners by their 5K time; week 1 has 51 miles, and no entry mileage is named.',
    settled: 'With an athlete, recent weekly running is compared with the first week.',
  },
  {
    number: 'C5',
    text: 'R20 wants equal or half-distance recoveries; the sets of weeks 5 to 7, 9 to 11 rest a fifth to a third.',
    settled: 'A warning in plans that follow the document; elsewhere only rests that nobody can hold the pace with.',
  },
  {
    number: 'C6',
    text: 'R22 keeps mile pace to 150 to 400 m; the ladders of weeks 9 and 10 go to 1200 m.',
    settled: 'A warning in plans that follow the document.',
  },
  {
    number: 'C7',
    text: 'R23 wants complete recovery between fast repetitions; weeks 4, 7, 10 and 11 jog 200 m.',
    settled: 'A warning in plans that follow the document.',
  },
  {
    number: 'C8',
    text: 'Week 11 is called the peak with 58 miles; week 10 has 67.',
    settled: 'A warning in plans that follow the document: its peak is of race-like work.',
  },
  {
    number: 'C9',
    text: 'R153 wants no exact replicas of the race; R24 and R36 run the full 5000 m twelve days before it.',
    settled: 'A broken race by default, the full trial where the plan is kept as written.',
  },
  {
    number: 'C10',
    text: 'R104 wants strength on easy days, R105 a day and a half before key sessions: with three hard days a week few places are left.',
    settled: 'Hours bind, the kind of day is a wish.',
  },
  {
    number: 'C11',
    text: 'R106 ends heavy strength before sharpening, R91 wants two sessions in every week.',
    settled: 'Heavy work for six to eight weeks, then light sessions to keep it.',
  },
  {
    number: 'C12',
    text: 'R148 eases volume and intensity; weeks 4 and 8 keep 5K and mile pace.',
    settled: 'Both are less than in the weeks before, which is what is checked.',
  },
  {
    number: 'C13',
    text: 'R19 runs intervals at current 5K pace, R36 the trial at goal pace.',
    settled: '`@5K` is current, `@goal` is the goal; what is run at goal pace is noted.',
  },
  {
    number: 'C14',
    text: 'R12 judges easy by talking, R13 by seconds; R17 and R15 part for runners slower than 22 minutes.',
    settled: 'Talking wins, and slow easy running is never a finding.',
  },
  {
    number: 'C15',
    text: 'R56, R58 and R50 name no baseline, no direction of the scale, no meaning of hours.',
    settled: 'Defaults come with readiness.',
  },
  {
    number: 'C16',
    text: 'The 28 miles of week 12 leave out shakeout and race.',
    settled: 'A note with that reason, not a warning.',
  },
  {
    number: 'C17',
    text: 'Document 002 names no figures for volume, tempo and hills.',
    settled: 'Its rules check presence and trend; the figures are parameters.',
  },
  {
    number: 'C18',
    text: 'R62 wants tune-up races, R72 gives each 7 to 10 days.',
    settled: 'At most one or two, best at the end of a recovery week; the days after a race are checked.',
  },
]

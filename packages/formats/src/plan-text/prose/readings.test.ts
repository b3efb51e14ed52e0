import { describe, expect, test } from 'vitest'
import { makeWorkout } from '../notation/make-workout.ts'
import type { ReadingContext } from '../reading.ts'
import { readWorkout } from './read-workout.ts'

const canonical = (text: string, context?: ReadingContext): string => makeWorkout(readWorkout(text, context).workout)

/** A habit of coaches, and texts that have it with what they mean in the notation. */
const HABITS: readonly {
  readonly habit: string
  readonly lines: readonly (readonly [text: string, meaning: string])[]
}[] = [
  {
    habit: 'what follows "with" lies inside the total',
    lines: [
      ['14 km incl. 4 x 2 km @ MP', '14km with 4 x 2km @marathon'],
      ['7 miles consisting of 3 at threshold', '7mi with 3mi @T'],
      ['8km 12 x 15sec uphill', '8km with 12 x 15s hill'],
      ['55-7x400', '55min with 7 x 400m'],
      ['13 miles, last 4 at MP', '13mi with last 4mi @marathon'],
      ['9 miles (final 2 miles hard)', '9mi with last 2mi @hard'],
      ['6 miles. 5x12 second pick-ups along the way', '6mi with 5 x 12s pickups'],
    ],
  },
  {
    habit: 'parts that make up the total leave nothing easy',
    lines: [
      ['11 miles: 3 easy, 5 @ MP, 3 easy', '11mi as 3mi easy + 5mi @marathon + 3mi easy'],
      ['48 minutes, 8 x four minutes hard, two minutes easy', '48min as 8 x (4min @hard + 2min recovery)'],
    ],
  },
  {
    habit: 'recoveries are told in many ways',
    lines: [
      ['7 x 700m w/ 300 jog', '7 x 700m, jog 300m'],
      ['7 x 700 off 80 secs', '7 x 700m, rec 80s'],
      ['7 x 700 (80 secs)', '7 x 700m, rec 80s'],
      ['7x700/2min', '7 x 700m, rec 2min'],
      ['7 x 700 r= 80"', '7 x 700m, rec 80s'],
      ['7 x 700m. Walk 200 metres in between', '7 x 700m, walk 200m'],
      ['7 x 3 min with equal jog', '7 x 3min, jog equal'],
      ['7 x 700m, half distance jog', '7 x 700m, jog half distance'],
      ['7 x 40s hill hard, walk back down', '7 x 40s hill @hard, walk down'],
      ['7 x 150m on 90 secs', '7 x 150m, every 90s'],
      ['7 x 4 min, 2 min jog after each', '7 x 4min, jog 2min after each'],
    ],
  },
  {
    habit: 'sets have a recovery inside and one between',
    lines: [
      ['3 sets of 6x150, 50s rest, 4 min between sets', '3 x (6 x 150m, rest 50s), rec 4min'],
      ['3 sets of 6x150 (50s / 4min)', '3 x (6 x 150m, rec 50s), rec 4min'],
      ['3(6×150 with 100 jog) 4 mins off between sets, mile pace', '3 x (6 x 150m @mile, jog 100m), rec 4min'],
      ['3 x (500, 300) w/ 90s between reps and 5min between sets', '3 x ((500m, 90s recovery, 300m)), rec 5min'],
    ],
  },
  {
    habit: 'a list shares its unit, its pace and its recovery',
    lines: [
      ['3, 4, and 5 mins', '(3min, 4min, 5min)'],
      ['1200, 900, 600 at 5K pace with 2 min jog', '(1200m, 900m, 600m) @5K, jog 2min'],
      ['700-500-300 x 2', '2 x ((700m, 500m, 300m))'],
      ['600/400/200 @ 5k/3k/mile pace', '(600m @5K, 400m @3K, 200m @mile)'],
      ['2,3,5,3,2 200 rec', '(200m, 300m, 500m, 300m, 200m), rec 200m'],
    ],
  },
  {
    habit: 'work and rest alternate',
    lines: [
      ['9x2 min on/1 min off', '9 x 2min @~hard, rec 1min'],
      ['9 x 45/15', '9 x 45s, rec 15s'],
      ['4 x 3 min hard, 3 min easy', '4 x (3min @hard + 3min recovery)'],
      ['27 mins of 2 on/1 off', '27min of 9 x (2min @~hard + 1min recovery)'],
      ['40 secs hard, 20 secs easy x 9', '9 x (40s @hard + 20s recovery)'],
      ['hard for 50 seconds, jog 10 seconds, repeat for 15 minutes', '15min of 15 x (50s @hard + jog 10s)'],
    ],
  },
  {
    habit: 'm is metres, miles or minutes by its size and use',
    lines: [
      ['5m easy', '5mi easy'],
      ['7.25m w/ 3m tempo', '7.25mi with 3mi tempo'],
      ['6 x 300m', '6 x 300m'],
      ['- 9m 5:30/km\n- 1m30 4:00/km', '9min @5:30/km + 90s @4:00/km'],
      ['6 x 400s off 90s', '6 x 400m, rec 90s'],
      ['flying 40s x 4', '4 x 40m @max'],
    ],
  },
  {
    habit: 'a race distance is a pace only beside a word that says so',
    lines: [
      ['6K @ threshold', '6K @T'],
      ['6 x 500m, 1 mile pace', '6 x 500m @mile'],
      ['5 x 2km 10km - HM pace', '5 x 2km @10K..hm'],
      ['4 x 600 at the pace you could hold for 3000 metres', '4 x 600m @3K'],
      ['3 miles at goal 10K pace', '3mi @10K goal'],
    ],
  },
  {
    habit: 'paces in figures',
    lines: [
      ['6 km at 4:20/km', '6km @4:20/km'],
      ["6 x 1km @ 3'50''/km", '6 x 1km @3:50/km'],
      ['9 x 300m in 57 secs', '9 x 300m in 57'],
      ['4 miles 12 seconds a mile faster than MP', '4mi @marathon-12s/mi'],
      ['45 min at HR 135-145', '45min @135-145bpm'],
      ['30 min in Zone 2', '30min @Z2'],
      ['20 min at 7-8/10 effort', '20min @RPE7-8'],
    ],
  },
  {
    habit: 'warm-up and cool-down by word or by place',
    lines: [
      ['WU 2mi, 6x2min @ I, CD', '2mi warmup + 6 x 2min @vo2max + ? cooldown'],
      ['8 x 1 min at 3k pace, 15 minutes warm-up and cool-down', '15min warmup + 8 x 1min @3K + 15min cooldown'],
      ['2 miles up, 3 miles hard, 1 mile down', '2mi warmup + 3mi @hard + 1mi cooldown'],
      ['4 sets of 5 min hills, warm-up at least 10 minutes', '10min warmup + 4 x 5min hill'],
    ],
  },
  {
    habit: 'a later sentence holds for several groups, with exceptions',
    lines: [
      ['4 x 700, 4 x 350. Recovery 300 jog', '4 x 700m, jog 300m + 4 x 350m, jog 300m'],
      [
        '4 x 700, 4 x 350. Recovery 300 jog, except after the 350s where it is 100',
        '4 x 700m, jog 300m + 4 x 350m, jog 100m',
      ],
      [
        '8 x 450m with 70 secs, except after the 4th where we took 3 mins',
        '4 x 450m, rec 70s + 3min recovery + 4 x 450m, rec 70s',
      ],
      ['6 x 900m: first 4 @ 10k, last 2 @ 5k', '4 x 900m @10K + 2 x 900m @5K'],
      ['350-700-350. 350s @ mile pace, the 700 @ 3k', '(350m @mile, 700m @3K, 350m @mile)'],
      ['Sprints: 4 x 50m, 3 x 70m, full recovery', '4 x 50m @max + 3 x 70m @max, full recovery'],
      ['4 x 700 or 9 x 350, 80 secs rest', '4 x 700m, rest 80s or 9 x 350m, rest 80s'],
    ],
  },
  {
    habit: 'a bracket or colon tells how a bout is run',
    lines: [
      ['7K tempo (3K at MP, 4K at HMP)', '7K tempo as 3K @marathon + 4K @hm'],
      ['3 x 800m (600m @ 5k, 200m @ mile)', '3 x (600m @5K + 200m @mile)'],
      ['4 x 900m. 200m hard, 100m jog', '4 x (3 x (200m @hard + jog 100m))'],
      ['12x250 (3 sets of 4x250) 100m jog', '3 x (4 x 250m, jog 100m)'],
      ['90 min run (2/1)', '90min as 60min easy + last 30min @~steady'],
      ['7 x 450m (80 secs) 100m jog', '7 x 450m in 1:20, jog 100m'],
      ['11 miles (approx 95 mins)', '(11mi (95min) easy "approx")'],
    ],
  },
  {
    habit: 'running and walking in turn',
    lines: [
      [
        'walk 6 mins, jog 2 mins, walk 1 min, jog 3 mins',
        '6min warmup walk @~walk + 2min easy jog + walk 1min + 3min easy jog',
      ],
      ['6 x (2 min run, 1 min walk)', '6 x (2min easy + walk 1min)'],
      ['run 4 mins walk 2 mins x 7', '7 x (4min easy + walk 2min)'],
      ['alternate "7-and-1s" 4 times', '4 x (7min easy + walk 1min)'],
    ],
  },
  {
    habit: 'choices, doubles and days that are not running',
    lines: [
      ['5 miles easy or rest', '5mi easy or rest'],
      ['AM: 5 miles easy PM: 10 x 200m', 'am: 5mi easy + pm: 10 x 200m'],
      ['Off / swim', 'rest or cross'],
      ['Gym, 40 minutes', 'strength 40min'],
      ['7km easy + core', '7km easy + strength'],
    ],
  },
  {
    habit: 'strength is exercises, not repetitions of a run',
    lines: [
      ['Lunges 2 x 12-15 each leg; Side plank 3 x 40s', 'lunges 2 x 12-15 each side + side plank 3 x 40s'],
      [
        'Front squat or goblet squat: 3 sets of 5-8 reps at moderate load',
        'front squat / goblet squat 3 x 5-8 @moderate',
      ],
      ['press-ups - 15, sit-ups - 30', 'press-ups ? x 15 + sit-ups ? x 30'],
    ],
  },
  {
    habit: 'what is left out stays out',
    lines: [
      ['5 x hill', '5 x ? hill'],
      ['easy 4 miles, strides', '4mi easy + ? strides'],
      ['9 x 350', '9 x 350m'],
      ['tempo', '? tempo'],
    ],
  },
]

describe.each(HABITS)('$habit', ({ lines }) => {
  test.each(lines)('%s', (text, meaning) => {
    expect(canonical(text)).toBe(meaning)
  })
})

describe('what the page says around a line', () => {
  test('its unit decides a bare number', () => {
    expect(canonical('9 with 3 at threshold', { unit: 'km' })).toBe('9km with 3km @T')
    expect(canonical('9 with 3 at threshold', { unit: 'mi' })).toBe('9mi with 3mi @T')
  })

  test('its key gives a letter its meaning', () => {
    const key = new Map([
      ['Q', { pace: '3K' as const }],
      ['J', { role: 'easy' as const }],
    ])
    expect(canonical('5 x 600 Q, 3km J', { key })).toBe('5 x 600m @3K + 3km easy')
  })
})

import type { Bout, Watch } from './varied.ts'

/** A session as its coach wrote it, as somebody ran it, and the watch that it was run with. */
export interface Varied {
  readonly name: string
  readonly text: string
  readonly bouts: readonly Bout[]
  readonly watch: Watch
}

const work = (speed: number, length: Omit<Bout, 'speed'>): Bout => ({ speed, ...length, work: true, press: true })
const rest = (speed: number, length: Omit<Bout, 'speed'>): Bout => ({ speed, ...length, press: true })
const easy = (speed: number, minutes: number): Bout => ({ speed, seconds: 60 * minutes, press: true })
const sets = (times: number, bout: (index: number) => Bout, between: (index: number) => Bout): Bout[] =>
  Array.from({ length: times }, (_, index) =>
    index < times - 1 ? [bout(index), between(index)] : [bout(index)],
  ).flat()

/** Sessions and watches unlike those that the review was made with. */
export const VARIED: readonly Varied[] = [
  {
    name: 'hills all around, kilometres on the road',
    text: '5 x 1000m @5K, jog 2min',
    bouts: [
      easy(2.9, 15),
      ...sets(
        5,
        () => work(4.3, { metres: 1000 }),
        () => rest(2.5, { seconds: 120 }),
      ),
      easy(2.7, 10),
    ],
    watch: { hills: [0.12, 700], laps: 'kilometres' },
  },
  {
    name: 'treadmill that goes by the steps',
    text: '6 x 3min @T, jog 90s',
    bouts: [
      easy(2.7, 10),
      ...sets(
        6,
        () => work(3.9, { seconds: 180 }),
        () => rest(2.5, { seconds: 90 }),
      ),
      easy(2.6, 8),
    ],
    watch: { steps: 0.35, drift: [0.015, 30], smoothing: 5 },
  },
  {
    name: 'smart recording with few samples',
    text: '8 x 400m @mile, jog 200m',
    bouts: [
      easy(3, 15),
      ...sets(
        8,
        () => work(5, { metres: 400 }),
        () => rest(2.4, { metres: 200 }),
      ),
      easy(2.9, 10),
    ],
    watch: { every: [3, 13] },
  },
  {
    name: 'a tunnel twice in each lap of the park',
    text: '4 x 1200m @5K, jog 3min',
    bouts: [
      easy(3, 12),
      ...sets(
        4,
        () => work(4.6, { metres: 1200 }),
        () => rest(2.4, { seconds: 180 }),
      ),
      easy(2.8, 10),
    ],
    watch: {
      tunnels: [
        { from: 800, to: 830 },
        { from: 1300, to: 1345, frozen: true },
        { from: 1700, to: 1740 },
        { from: 2100, to: 2125, frozen: true },
      ],
    },
  },
  {
    name: 'the button five seconds late each time',
    text: '6 x 800m @5K, jog 400m',
    bouts: [
      easy(3, 15),
      ...sets(
        6,
        () => work(4.4, { metres: 800 }),
        () => rest(2.6, { metres: 400 }),
      ),
      easy(2.9, 10),
    ],
    watch: { laps: 'pressed', late: 5 },
  },
  {
    name: 'thirty minutes on and off',
    text: '30 x 1min hard, jog 1min',
    bouts: [
      easy(2.8, 10),
      ...sets(
        30,
        () => work(4.2, { seconds: 60 }),
        () => rest(2.7, { seconds: 60 }),
      ),
      easy(2.7, 5),
    ],
    watch: {},
  },
  {
    name: 'a ladder up and down',
    text: '(200m, 400m, 800m, 1200m, 800m, 400m, 200m) @5K, jog 2min',
    bouts: [
      easy(3, 15),
      ...sets(
        7,
        (index) =>
          work([5, 4.8, 4.5, 4.3, 4.5, 4.8, 5.1][index] ?? 4.5, {
            metres: [200, 400, 800, 1200, 800, 400, 200][index] ?? 400,
          }),
        () => rest(2.3, { seconds: 120 }),
      ),
      easy(2.8, 10),
    ],
    watch: { laps: 'kilometres' },
  },
  {
    name: 'long repetitions of 3 km',
    text: '3 x 3km @T, jog 3min',
    bouts: [
      easy(3.1, 15),
      ...sets(
        3,
        () => work(4, { metres: 3000 }),
        () => rest(2.6, { seconds: 180 }),
      ),
      easy(3, 10),
    ],
    watch: { drift: [0.04, 40] },
  },
  {
    name: 'tempo in two halves of fifteen minutes',
    text: '2 x 15min @T, jog 3min',
    bouts: [
      easy(3, 15),
      ...sets(
        2,
        () => work(3.8, { seconds: 900 }),
        () => rest(2.6, { seconds: 180 }),
      ),
      easy(2.9, 10),
    ],
    watch: { hills: [0.06, 1500], laps: 'kilometres' },
  },
  {
    name: 'slower than a stroller',
    text: '8 x 2min hard, walk 2min',
    bouts: [
      easy(1.9, 10),
      ...sets(
        8,
        () => work(2.6, { seconds: 120 }),
        () => rest(1.4, { seconds: 120 }),
      ),
      easy(1.8, 10),
    ],
    watch: {},
  },
  {
    name: 'the watch stopped by hand in the recoveries',
    text: '5 x 1000m @5K, rest 3min',
    bouts: [
      easy(3, 15),
      ...sets(
        5,
        () => work(4.5, { metres: 1000 }),
        () => rest(0, { seconds: 180 }),
      ),
      easy(2.8, 10),
    ],
    watch: { pauseBelow: 0.8 },
  },
  {
    name: 'auto-pause where it was walked',
    text: '10 x 200m @800, walk 200m',
    bouts: [
      easy(3, 15),
      ...sets(
        10,
        () => work(5.6, { metres: 200 }),
        () => rest(1.3, { metres: 200 }),
      ),
      easy(2.9, 10),
    ],
    watch: { pauseBelow: 1.5, laps: 'kilometres' },
  },
  {
    name: 'sprints of 150 m with a walk back',
    text: '8 x 150m @800, walk 3min',
    bouts: [
      easy(3, 15),
      ...sets(
        8,
        () => work(6.2, { metres: 150 }),
        () => rest(1.2, { seconds: 180 }),
      ),
      easy(2.9, 10),
    ],
    watch: { drift: [0.05, 10] },
  },
  {
    name: 'hill repetitions of a minute, jogging down',
    text: '10 x 60s hill @5K, jog 90s',
    bouts: [
      easy(2.9, 15),
      ...sets(
        10,
        () => work(3.5, { seconds: 60 }),
        () => rest(2.4, { seconds: 90 }),
      ),
      easy(2.9, 10),
    ],
    watch: {},
  },
  {
    name: 'faster and faster, the last far faster',
    text: '6 x 1000m @5K, jog 400m',
    bouts: [
      easy(3, 15),
      ...sets(
        6,
        (index) => work(4 + 0.14 * index, { metres: 1000 }),
        () => rest(2.6, { metres: 400 }),
      ),
      easy(2.9, 10),
    ],
    watch: { laps: 'miles' },
  },
  {
    name: 'fading badly',
    text: '8 x 800m @5K, jog 400m',
    bouts: [
      easy(3, 15),
      ...sets(
        8,
        (index) => work(4.7 - 0.1 * index, { metres: 800 }),
        () => rest(2.4, { metres: 400 }),
      ),
      easy(2.5, 10),
    ],
    watch: {},
  },
  {
    name: 'floats hardly slower than the work',
    text: '10 x 400m @5K, jog 200m',
    bouts: [
      easy(3.2, 15),
      ...sets(
        10,
        () => work(4.5, { metres: 400 }),
        () => rest(3.6, { metres: 200 }),
      ),
      easy(3, 10),
    ],
    watch: { laps: 'kilometres' },
  },
  {
    name: 'given up after three of six',
    text: '6 x 1200m @5K, jog 400m',
    bouts: [
      easy(3, 15),
      ...sets(
        3,
        () => work(4.5, { metres: 1200 }),
        () => rest(2.6, { metres: 400 }),
      ),
      easy(2.6, 15),
    ],
    watch: {},
  },
  {
    name: 'one more than planned, strides before',
    text: '5 x 800m @5K, jog 400m',
    bouts: [
      easy(3, 15),
      ...sets(
        4,
        () => ({ speed: 5.5, seconds: 18, press: true }),
        () => rest(1.6, { seconds: 50 }),
      ),
      easy(2, 3),
      ...sets(
        6,
        () => work(4.5, { metres: 800 }),
        () => rest(2.6, { metres: 400 }),
      ),
      easy(2.9, 10),
    ],
    watch: { laps: 'pressed' },
  },
  {
    name: 'repetitions right from the door',
    text: '6 x 5min @T, jog 1min',
    bouts: sets(
      6,
      () => work(3.9, { seconds: 300 }),
      () => rest(2.6, { seconds: 60 }),
    ),
    watch: { drift: [0.04, 20], every: 2 },
  },
  {
    name: 'sets of sets',
    text: '3 x (4 x 300m @mile, jog 100m), jog 4min',
    bouts: [
      easy(3, 15),
      ...[0, 1, 2].flatMap((set) => [
        ...sets(
          4,
          () => work(5.2, { metres: 300 }),
          () => rest(2.2, { metres: 100 }),
        ),
        ...(set < 2 ? [rest(2.3, { seconds: 240 })] : []),
      ]),
      easy(2.9, 10),
    ],
    watch: {},
  },
  {
    name: 'tempo and then two hundreds',
    text: '20min @T + 2min jog + 6 x 200m @mile, jog 200m',
    bouts: [
      easy(3, 15),
      work(4, { seconds: 1200 }),
      rest(2.4, { seconds: 120 }),
      ...sets(
        6,
        () => work(5.3, { metres: 200 }),
        () => rest(2.3, { metres: 200 }),
      ),
      easy(2.8, 10),
    ],
    watch: { laps: 'kilometres' },
  },
  {
    name: 'miles with the button where it should be, kilometres beside',
    text: '4 x 1mi @T, rest 1min',
    bouts: [
      easy(2.9, 15),
      ...sets(
        4,
        () => work(3.9, { metres: 1609 }),
        () => rest(0.3, { seconds: 60 }),
      ),
      easy(2.7, 10),
    ],
    watch: { laps: 'pressed', drift: [0.05, 25] },
  },
  {
    name: 'a minute each of three speeds, slow build into each',
    text: '8 x 3min @5K, jog 2min',
    bouts: [
      easy(2.8, 15),
      ...sets(
        8,
        () => ({ ...work(3.8, { seconds: 180 }), end: 4.6 }),
        () => ({ ...rest(2.9, { seconds: 120 }), end: 2.3 }),
      ),
      easy(2.7, 10),
    ],
    watch: {},
  },
  {
    name: 'a phone on the track, positions alone',
    text: '6 x 800m @5K, jog 400m',
    bouts: [
      easy(3, 15),
      ...sets(
        6,
        () => work(4.4, { metres: 800 }),
        () => rest(2.6, { metres: 400 }),
      ),
      easy(2.9, 10),
    ],
    watch: { places: [2, 0.4] },
  },
  {
    name: 'a phone every five seconds, short repetitions',
    text: '10 x 200m @mile, walk 200m',
    bouts: [
      easy(3, 15),
      ...sets(
        10,
        () => work(5.4, { metres: 200 }),
        () => rest(1.5, { metres: 200 }),
      ),
      easy(2.9, 10),
    ],
    watch: { places: [4, 0.8], every: 5 },
  },
  {
    name: 'a phone that jitters',
    text: '5 x 3min @5K, walk 2min',
    bouts: [
      easy(3, 15),
      ...sets(
        5,
        () => work(4.3, { seconds: 180 }),
        () => rest(1.3, { seconds: 120 }),
      ),
      easy(2.9, 10),
    ],
    watch: { places: [5, 1.5] },
  },
  {
    name: 'a watch that looks back far',
    text: '12 x 200m @mile, jog 200m',
    bouts: [
      easy(3, 15),
      ...sets(
        12,
        () => work(5.3, { metres: 200 }),
        () => rest(2.6, { metres: 200 }),
      ),
      easy(2.9, 10),
    ],
    watch: { smoothing: 8, drift: [0.06, 12] },
  },
  {
    name: 'crossings on the way',
    text: '4 x 2km @T, jog 2min',
    bouts: [
      ...[6, 3, 8].flatMap((minutes) => [easy(2.9, minutes), { speed: 0, seconds: 35 }]),
      ...sets(
        4,
        () => work(4, { metres: 2000 }),
        () => rest(2.5, { seconds: 120 }),
      ),
      ...[4, 5].flatMap((minutes) => [easy(2.9, minutes), { speed: 0, seconds: 25 }]),
    ],
    watch: {},
  },
  {
    name: 'a light that was red within a repetition',
    text: '5 x 1000m @5K, jog 2min',
    bouts: [
      easy(3, 15),
      ...sets(
        2,
        () => work(4.3, { metres: 1000 }),
        () => rest(2.5, { seconds: 120 }),
      ),
      rest(2.5, { seconds: 120 }),
      work(4.3, { metres: 1000 }),
      rest(2.5, { seconds: 120 }),
      work(4.3, { metres: 1000 }),
      { speed: 0, seconds: 25, press: true },
      rest(2.5, { seconds: 100 }),
      work(4.3, { metres: 1000 }),
      easy(2.9, 10),
    ],
    watch: {},
  },
]

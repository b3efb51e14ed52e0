import type { Entry } from './senses.ts'

/** What a bout is for. */
const ROLES: readonly Entry[] = [
  [
    'warm up|warmup|warming up|wu|w/u|w.u|wup|w/up|to warm up|as a warm up|for warm up|loosen up|jog up|up and loosen',
    { role: 'warmup' },
  ],
  [
    'warm up run|warm up jog|warm up easy|easy warm up|easy warmup|jog warm up|jog warmup|warmup jog|warm up with',
    { role: 'warmup' },
  ],
  [
    'cool down|cooldown|cooling down|cd|c/d|warm down|warmdown|w/d|wd|w/down|c/down|c down|to cool down|to warm down|as a cool down|cool off|easy cool down|easy cooldown|cool down jog|' +
      'cooldown jog|jog cool down|easy warm down|cooldown run|cool down run|warm down jog|jog warm down|down jog|swarm down',
    { role: 'cooldown' },
  ],
  [
    "st|strides|stride|striders|strider|stride outs|strideouts|stride out|stride outs|stride out's|stridouts|run outs|run throughs|" +
      'run through|accelerations|accels|acceleration|accelerators|stride downs|build ups|buildups|build up strides|pick up strides',
    { role: 'strides' },
  ],
  ['pick ups|pickups|pick up|pickup|surges|surge|bursts of speed', { role: 'pickups' }],
  [
    'hills|hill|hilly|uphill|up hill|uphills|hill repeats|hill reps|hill repetitions|hill climb|hill climbs|hill sessions|hill session|' +
      'hill run|hill training|hill circuits|climb|climbs|climbing|incline|up a hill|up the hill|hill charges|kenyan hills|hill loops|' +
      'on a hill|on hills|on hill|hr repeats|up the slope|up a slope|slope|downhill|down hill|downhills|downhill repeats',
    { role: 'hill' },
  ],
  ['drills|drill|running drills|form drills|sprint drills|technique drills|abc|abcs', { role: 'drills' }],
  ['fartlek|fartleks|fartlek run|fartlek session|speed play|speedplay', { role: 'fartlek' }],
  ['kick|kicks|finishing kick', { role: 'kick' }],
  ['build', { role: 'build' }],
  [
    'long run|long|long slow run|lsd|lsr|long slow distance|long easy run|long easy|long steady run|endurance run|sunday run|overdistance|lr|long pace|long run pace|at long pace|at long run pace',
    { role: 'long' },
  ],
  [
    'recovery run|recovery runs|recovery jog run|regeneration run|regen run|regeneration|regenerative|shakeout|shake out|shakeout run|shake out run|shakeout jog',
    { role: 'recovery' },
  ],
  ['steady run|steady state|steady state run|aerobic run|ss', { role: 'steady', pace: 'steady', feel: true }],
  ['progression|progression run|progressive|progressive run|progressively|progression style', { progress: true }],
]

/** How hard, where the word says it. */
const FEELS: readonly Entry[] = [
  [
    'easy|ez|easily|loosener|gentle|gently|relaxed|relaxing|slow|slowly|light|lightly|comfortable|comfortably|conversational|easy running|easy run|' +
      'easy runs|gentle run|relaxed run|easy pace run|super easy|very easy|easier|slow run|very slow|very gentle|aerobic|nice and easy|' +
      'easy effort run|general aerobic|ga|easy aerobic|easing off|easing down|ease down|ease off|eased|endurance|easy miles|easy mileage|base',
    { role: 'easy', feel: true },
  ],
  [
    'steady|moderate|moderately|brisk|briskly|medium|mod|solid|steadily|medium effort|medium hard|honest|purposeful|moderate effort|' +
      'steady effort|brisk run|br|up tempo|uptempo',
    { role: 'steady', pace: 'steady', feel: true },
  ],
  [
    'hard|fast|quick|quickly|push|pushing|strong|strongly|hard running|fast running|hard run|run hard|running hard|run fast|quality|' +
      'very hard|very fast|hard effort|hard efforts|fast run|quick pace|tough|vigorous|surging|run quick|really hard|controlled hard|hard but controlled|hard pace|fast pace|faster running',
    { pace: 'hard', feel: true },
  ],
  ['moderate to hard|moderate hard|mod hard|moderately hard', { pace: 'hard', feel: true }],
  [
    'all out|flat out|maximum|maximal|max|max effort|maximum effort|full effort|full speed|full gas|all out effort|full out|sprint|sprints|' +
      "sprinting|near max|maximal effort|full sprint|sprint hard|flat out sprint|all out sprint|top speed|max speed|near maximal|full pelt|as hard as you can|as fast as you can|maximum speed|all you've got",
    { pace: 'max', feel: true },
  ],
  ['comfortably hard|comfortable hard|hard comfortable', { pace: 'threshold', feel: true }],
  ['burst|bursts|blast|blasts|hard burst|hard bursts', { pace: 'hard', feel: true, effort: true }],
  ['effort|efforts|intensity|feel', { paceNoun: true, effort: true }],
]

/** Named paces. */
const PACES: readonly Entry[] = [
  [
    'tempo|tempo run|tempo runs|tempo pace|tempo effort|tempo intervals|tempo interval|tempo reps|tempo block|tempo running|temp',
    { role: 'tempo', pace: 'threshold' },
  ],
  [
    'threshold|lactate threshold|anaerobic threshold|lt|at pace threshold|thr|thresh|cruise|cruise interval|cruise intervals|cruise pace|t pace|' +
      'tpace|thresholds|threshold run|threshold running|threshold runs|lt2|vlt|aerobic threshold|lactate|half marathon to threshold|' +
      'one hour race|hour race|threshold pace|threshold effort|threshold intervals|sub lt|sub threshold|sub t|subt|subthreshold',
    { pace: 'threshold' },
  ],
  [
    'marathon|mp|gmp|marathon pace|m pace|full marathon|marathon goal|mara|mpace|rmp|tmp',
    { pace: 'marathon', race: true },
  ],
  [
    '1/2 marathon|½ marathon|1/2 mara|half marathon|hm|hmp|half|half marathon pace|halfmarathon|half mara|hmrp|ghmp|halves',
    { pace: 'hm', race: true },
  ],
  ['ten mile', { pace: '10mi', race: true }],
  ['cv|critical velocity|critical speed', { pace: '10K' }],
  [
    'vo2|vo2max|vo2 max|vvo2|vvo2max|v.vo2max|interval pace|intervals pace|interval effort|i pace|ipace|interval speed|vo2 pace|vo2 intervals|mas|max aerobic',
    { pace: 'vo2max' },
  ],
  ['rep pace|repetition pace|r pace|rpace|repetition effort|rep effort|reps pace|repetition speed', { pace: 'mile' }],
  ['e pace|epace', { role: 'easy' }],
  [
    'race pace|race effort|race speed|rp|goal race pace|target race pace|race day pace|goal pace|target pace|grp|goal effort|race intensity|race tempo|trp',
    { pace: 'goal', paceNoun: true, goal: true },
  ],
  ['mile|miler', { pace: 'mile', race: true, unit: 'mi' }],
  ['miles', { unit: 'mi' }],
  ['stride pace|strides pace|stride effort|stride speed', { pace: 'stride' }],
  ['goal|target|targeted|projected|planned|desired|hoped for', { goal: true }],
  ['current|present|your|own|actual|estimated|recent', { filler: true }],
  ['pace|paces|speed|speeds|pacing|tempo speed', { paceNoun: true }],
  [
    'that pace|same pace|this pace|the same pace|at same pace|same effort|same speed|same again pace|that effort|the same effort|the same speed|that same pace|that same effort|the above pace|same as above',
    { same: true },
  ],
  [
    'faster than|quicker than|faster|quicker|below|under|sub|less than|better than|inside|just under|just below|swifter than',
    { compare: 'faster' },
  ],
  ['slower than|slower|above|over|down on|slower to|easier than', { compare: 'slower' }],
  [
    'slightly|a touch|a bit|a little|touch|a shade|shade|just|a fraction|fractionally|bit|little|a hair|marginally|somewhat|a tad|tad|much|a lot',
    { compare: 'vague' },
  ],
  [
    'building to|building up to|build to|progressing to|working up to|work up to|working down to|through to|accelerating to|increasing to|' +
      'build up to|dropping to|cutting down to|cut down to|speeding up to|finishing at|finish at|up to|down to|progress to|moving to|winding up to|' +
      'gradually building to|picking up to|quickening to|rising to|ramping to|ramp to|squeezing down to',
    { progress: true },
  ],
  [
    'run in|rolling start|roll in|building|building up|build up|building up the speed|getting faster|accelerating|increasing|increasing pace|negative split|faster each|each faster|progressing|cut down|cutdown|quickening',
    { progress: true },
  ],
]

/** Heart rate, zones and perceived exertion. */
const SCALES: readonly Entry[] = [
  ['zone|zones|level|levels|z|zn|training zone|hr zone|heart rate zone|power zone', { zone: true }],
  ['effort level|rpe|perceived exertion|perceived effort|exertion|rate of perceived exertion', { rpe: true }],
  ['hr|heart rate|heartrate|bpm|beats|beats per minute|hf', { heart: 'bpm' }],
  [
    'mhr|max hr|hr max|hrmax|max heart rate|maximum heart rate|heart rate max|maxhr|of max hr|of max heart rate|of maximum heart rate',
    { heart: 'HRmax' },
  ],
  ['lthr|threshold heart rate|threshold hr|lt hr', { heart: 'LTHR' }],
]

export const EFFORT_WORDS: readonly Entry[] = [...ROLES, ...FEELS, ...PACES, ...SCALES]

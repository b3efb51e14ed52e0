import type { Entry } from './senses.ts'

/** Recoveries: how they are spent, and how long where that is told by the repetition. */
const RECOVERIES: readonly Entry[] = [
  [
    'recovery|recoveries|rec|recs|recov|recovs|recover|recovering|rcvry|recovery interval|recovery time|recovery period|ri|rest interval|' +
      'rest intervals|rest period|rest break|rests|break|breaks|breather|breathers|mr|minutes rest|interval rest|pause|pauses|recup|mrec',
    { rest: true },
  ],
  ['rest|resting', { rest: true, kind: 'rest' }],
  ['rwr|recovery walk run|recovery walk/run', { rest: true, mode: 'walk' }],
  ['off', { off: true, kind: 'rest' }],
  ['on', { on: true, at: true }],
  ['jog|jogs|jogging|jogged|jg|jogg|easy jogging|shuffle|trot', { mode: 'jog', role: 'easy' }],
  ['run walk|run/walk|walk run|walk/run|run & walk|run and walk|walk and run', { role: 'easy', mix: true }],
  ['recovery jog|recovery jogs|recovery jogging', { mode: 'jog', soft: true }],
  [
    'jog recovery|jog rest|jog recoveries|jog recover|jogging recovery|jogging rest|jogging recoveries|jog rests',
    { mode: 'jog', rest: true },
  ],
  [
    'walk recovery|walk rest|recovery walk|walking recovery|walking rest|walk recoveries|walked recovery',
    { mode: 'walk', rest: true },
  ],
  ['walk|walks|walking|walked|wk|wlk|stroll', { mode: 'walk' }],
  ['stand|standing|static|passive|stationary|stood|standing still', { mode: 'stand' }],
  ['float|floats|floating|floated|float recovery', { mode: 'float' }],
  ['equal|equivalent|matching|as long', { relative: 'equal' }],
  ['same', { relative: 'same' }],
  ['half|half the', { relative: 'half' }],
  [
    'full recovery|complete recovery|to full recovery|fully recovered|until recovered|until fully recovered|full recoveries',
    { rest: true, relative: 'full' },
  ],
  ['a third of the|a third of|one third of the', { share: 0.33 }],
  ['two thirds of the|two thirds of', { share: 0.67 }],
  ['a quarter of the|a quarter of', { share: 0.25 }],
  ['three quarters of the|three quarters of', { share: 0.75 }],
  ['twice the|double the', { share: 2 }],
  [
    'full|complete|as needed|as required|as necessary|until recovered|until fully recovered|fully recovered|full recovery|complete recovery|as much as you need|when ready|generous|ample|long enough to recover|till recovered|to full recovery',
    { relative: 'full' },
  ],
  [
    'back|back to start|back to the start|back to the line|back to the bottom|back to the top|back to beginning|return|back to base|back again|back to the beginning',
    { relative: 'back' },
  ],
  [
    'down|back down|down hill|descent|down the hill|down to the foot|down to the bottom|back down the hill|back down hill|on the way down|downhill back|down to start|on the descent|down again|back downhill|to the bottom|the way down|straight back down|straight back',
    { relative: 'down' },
  ],
  [
    'time|times of rep|duration|run time|interval time|rep time|work time|running time|effort time',
    { measure: 'time' },
  ],
  ['distance|rep distance|interval distance', { measure: 'distance' }],
  [
    'no rest|no recovery|without rest|without recovery|no break|no breaks|without a break|straight into|no pauses|no stopping|no rest between',
    { none: true },
  ],
  [
    'non stop|nonstop|continuous|continuously|without stopping|unbroken|without any walking|without walking|no walking|no walk breaks|without walk breaks|without a walk break',
    { continuous: true },
  ],
  ['cycle|cycles|turn around|turnaround|send off|sendoff|on the', { cycle: true }],
  ['every|each', { each: true }],
]

/** Which bouts a recovery or pace belongs to. */
const SCOPES: readonly Entry[] = [
  ['between|in between|btw|btwn|b/w|bw|betw|inbetween|in-between|separated by|bt', { between: true }],
  ['after|following|follows|at the end of', { between: true, each: true }],
  [
    'after each|after every|after each one|after every one|following each|following every|to follow each|at the end of each',
    { between: true, each: true, scope: 'rep' },
  ],
  [
    'reps|rep|repetitions|repetition|repeats|efforts between|intervals|interval|each rep|each one|every one|each effort|each interval|every rep|each repetition|' +
      'each repeat|them|each of them|the reps|runs|sprints between|the efforts|each run|each hill|each mile|every effort',
    { scope: 'rep' },
  ],
  [
    'within sets|within set|within the set|within the sets|within each set|inside sets|inside the set|in the set|in each set|in set',
    { between: true, scope: 'rep' },
  ],
  [
    'sets|set|blocks|series|each set|every set|the sets|groups|rounds|each block|each round|each series|all sets|each group',
    { scope: 'set' },
  ],
  ['after all|after all reps|after all the reps|after all repetitions', { between: true, scope: 'all', reps: true }],
  [
    'all reps|all the reps|each and every rep|every single rep|all repetitions|all repeats|all intervals|all efforts',
    { scope: 'all', reps: true },
  ],
  ['everything|all|throughout|all of them|all runs|the lot', { scope: 'all', all: true }],
]

/** How the parts of a session hang together. */
const JOINTS: readonly Entry[] = [
  [
    'dropping in|drop in|throwing in|throw in|adding|working in|putting in|slipping in|with|w/|w|inc|incl|including|includes|include|consisting of|consists of|of which|that includes|which includes|comprising|made up of|to include|' +
      'containing|featuring|as|in the form of|broken into|broken as|divided into|split as|split into|w/in|with the|done as|run as|in which|w.|having',
    { with: true },
  ],
  [
    'then|followed by|and then|then do|thereafter|afterwards|finish with|finishing with|ending with|before|leading into|straight into a|plus|finally|finish on|finish|and finish with|end with|go straight into|followed with|into',
    { link: 'then' },
  ],
  ['and|&', { link: 'and' }],
  ['or|alternatively|otherwise|or else|and/or', { link: 'or' }],
  [
    'at|@|in|around|near|nearly|close to|approaching|roughly|about|approx|approximately|circa|ca|run at|run in|done at|all at|performed at|at about|at around|at or near|at your',
    { at: true },
  ],
  [
    'the speed you could race|the pace you could race|a pace you could race|speed you could race|the speed you would race|pace you race|pace you could hold for|your best',
    { at: true, paceNoun: true },
  ],
  ['per|a|an|each way', { per: true, filler: true }],
  [
    'last|final|closing|ending|to finish|the last|the final|the closing|last part|for the last|with the last|with last',
    { last: true },
  ],
  [
    'next|the next|second|first|the first|opening|the opening|middle|the middle|with the middle|with the first|with middle',
    { inner: true },
  ],
  [
    'over the last|in the last|during the last|over the final|in the final|during the final|in the middle of|over the first|in the first|during the first|in the second half|in the second half of|in the first half of|in the middle|over the middle|towards the end|near the end|at the end of',
    { place: true },
  ],
  [
    'end run with|end with the|finish run with|finish the run with|end the run with|at end|at the end|at finish',
    { last: true, with: true },
  ],
  [
    'remainder|rest of the run|rest of run|rest easy|remaining|what is left|balance|rest of it|the rest',
    { remaining: true },
  ],
  [
    'total|totals|in total|in all|total of|total distance|total miles|total mileage|total time|altogether|overall|total km|total run|for the day|all in|combined|all told|in sum',
    { total: true },
  ],
  [
    'do|then do|repeat|repeating|keep repeating|do this|do that|and repeat|repeated|continue|continue for|repeat this|repeat the above|repeat the set|repeat set|repeat that|repeat all|' +
      'repeat whole set|repeat sequence|repeat the sequence|keep going|keep this up|carry on|alternate|alternating|repeat block|go again|do the whole thing|run this|repeat it|do these|do all that|cycle through|repeat pattern|repeat these|do it',
    { again: true },
  ],
  [
    'until|till|for a total of|for total of|to a total of|up to a total of|totalling|totaling|to make up|to fill|for up to',
    { until: true },
  ],
  ['for', { until: true, filler: true }],
  [
    'race simulation|race rehearsal|simulation|main set|main session|ms|main|workout|session|main workout|main block|main part|set list|the workout|speed session|track session|key session|intervals session|speed work|speedwork|quality session|interval session|track workout|track work|reps session|interval training',
    { label: true, filler: true },
  ],
  [
    'block|part|section|stage|phase|parts|sections|stages|pieces|segments|segment|chunks|chunk',
    { label: true, filler: true },
  ],
  ['am|a.m.|a.m|morning|mornings|in the morning', { slot: 'am' }],
  ['pm|p.m.|p.m|evening|afternoon|in the evening|lunch|tonight', { slot: 'pm' }],
  ['flying|fly|flys|flies', { flying: true, pace: 'max', feel: true }],
  ['as you go', { inside: true }],
  ['optional|optionally|if you like|if you want|if you feel good', { optional: true }],
  ['once', { times: 1 }],
  ['twice', { times: 2 }],
  ['thrice|three times', { times: 3 }],
]

/** What else a day may hold. */
const KINDS: readonly Entry[] = [
  [
    'rest day|day off|full day off|off day|days off|day of rest|no running|no run|rest or off|full rest day|complete day off|recovery day|complete rest day|total rest day|nothing|rest up',
    { kind: 'rest', day: true },
  ],
  ['complete rest|full rest|total rest', { kind: 'rest', rest: true }],
  [
    'strength|strength session|strength training|weights|weight training|lifting|lift|gym|s&c|s & c|strength and conditioning|weight session|gym session|' +
      'core|core work|core workout|core session|strength work|strength workout|upper body|lower body|leg day|circuits|circuit training|circuit|body weight circuit|resistance training|conditioning|gym work|abs|core strength|strength & conditioning|weights session|kettlebells|strength exercises',
    { kind: 'strength', day: true },
  ],
  ['plyometrics|plyos|plyo|plyometric|jumps|bounding', { kind: 'plyometrics', day: true }],
  [
    'mobility|stretch|stretching|stretches|yoga|pilates|foam roll|foam rolling|mobility work|flexibility|mobility session|stretch & strengthen|rolling|dynamic stretching|stretching session',
    { kind: 'mobility', day: true },
  ],
  [
    'cross|cross train|cross training|crosstrain|crosstraining|xt|x train|x training|xtrain|xtraining|ct|bike|cycle ride|cycling|biking|bike ride|swim|swimming|swims|elliptical|rowing|row|' +
      'spin|spinning|aqua jog|aqua jogging|aquajog|pool run|pool running|deep water running|aqua run|hike|hiking|ski|skiing|cross country skiing|stair climber|stairmaster|turbo|spin bike|crosstrainer|cross trainer|x country ski|gentle cross training|ride|row machine|exercise bike|tennis|football|soccer|climbing wall|arc trainer|rower',
    { kind: 'cross', day: true },
  ],
  ['race|racing|races|raced|park race', { event: 'race', role: 'race', pace: 'goal' }],
  [
    'tt|time trial|time trials|timed mile trial|trial|test|fitness test|test run|time-trial|tt effort',
    { event: 'test', role: 'test', pace: 'max' },
  ],
  ['heat|heats', { event: 'race', role: 'race', pace: 'goal' }],
  ['cross country|xc', { filler: true }],
  ['parkrun|park run', { event: 'parkrun' }],
  ['mm|magic mile|timed mile', { event: 'test', role: 'test', unit: 'mi' }],
  ['track|on the track|on track|at the track|at track|@ track|on a track', { surface: 'track' }],
  ['grass|on grass|on turf|turf|on the grass', { surface: 'grass' }],
  ['trail|trails|on trails|on trail|off road|offroad|trail run', { surface: 'trail' }],
  ['treadmill|on treadmill|on the treadmill|tm|dreadmill', { surface: 'treadmill' }],
  ['on road|on the road|road|roads', { surface: 'road' }],
]

/** Counts. */
const COUNTS: readonly Entry[] = [
  ['sets of|set of|rounds of|series of|blocks of|lots of|sets|rounds|lots', { counts: 'sets', scope: 'set' }],
  [
    'reps of|repeats of|repetitions of|efforts of|intervals of|bouts of|repeats at|rep of|pieces of|goes at',
    { counts: 'reps' },
  ],
]

const FILLERS: readonly Entry[] = [
  [
    'or faster|or quicker|or better|or less|or under|or more|or so|or slower|or longer|either|both|reach|have done|you reach|you have done|est|est.|straight',
    { filler: true },
  ],
  ['except|but not|apart from|other than|excepting|bar', { except: true }],
  [
    'along the way|en route|during the run|somewhere in it|somewhere in there|in there|within the run|in the run|mixed in|thrown in|wherever you like|whenever you like|when you feel like it|in it|during it|somewhere along the way|in the middle of the run|on the way|sprinkled in',
    { inside: true },
  ],
  [
    'could|can|may|might|you can|you could|you may|if you|if|feel free|option to|option|optional extra',
    { could: true },
  ],
  [
    'milers|sprinters|specialists|runners|athletes|squad|beginners|newcomers|juniors|seniors|masters|veterans|group|groups|guys|others',
    { people: true },
  ],
  ['alternated|switching|in and out|in & out|in turn|taking turns|alternately|swapping', { inTurn: true }],
  ['opener|the opener|opening one|the first one|first one|first rep|the first rep', { opener: true }],
  [
    'no more than|not more than|at most|at least|up to a maximum of|maximum of|minimum of|a minimum of|a maximum of|anything',
    { filler: true },
  ],
  [
    'the|of|run|running|runs|ran|doing|your|you|to|total time of|it|is|are|be|on a|mins of|approximate|this|these|some|each being|by|from|' +
      'start with|start|begin with|begin|starting with|after that|also|well|so|for recovery|to recover|time off|approx.|ish|only|reps at|long reps|' +
      'effort level|out|go|take|taking|allow|allowing|have|a rest of|using|again|will|should|just a|day|session of|up',
    { filler: true },
  ],
]

export const ORDER_WORDS: readonly Entry[] = [...RECOVERIES, ...SCOPES, ...JOINTS, ...KINDS, ...COUNTS, ...FILLERS]

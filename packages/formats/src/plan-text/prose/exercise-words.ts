/** Words that name an exercise with a load or against the own weight. */
const LIFTS = [
  'squat', 'squats', 'lunge', 'lunges', 'deadlift', 'deadlifts', 'rdl', 'rdls', 'plank', 'planks', 'calf', 'calves', 'press', 'presses', 'bridge', 'bridges',
  'pullup', 'pullups', 'pushup', 'pushups', 'situp', 'situps', 'chinup', 'chinups', 'crunch', 'crunches', 'clam', 'clams', 'clamshell', 'clamshells',
  'nordic', 'nordics', 'thrust', 'thrusts', 'thruster', 'thrusters', 'curl', 'curls', 'raise', 'raises', 'dip', 'dips', 'burpee', 'burpees', 'pogo', 'pogos',
  'hop', 'hops', 'bound', 'bounds', 'copenhagen', 'pallof', 'superman', 'supermans', 'twist', 'twists', 'pistol', 'kettlebell', 'dumbbell', 'barbell',
  'glute', 'hamstring', 'abduction', 'abductions', 'adduction', 'extension', 'extensions', 'hyperextension', 'crawl', 'crawls', 'carry', 'carries',
  'monster', 'bulgarian', 'goblet', 'romanian', 'clean', 'cleans', 'snatch', 'rollout', 'rollouts', 'deadbug', 'deadbugs', 'stepup', 'stepups', 'jump', 'jumps',
]

/** Names of two words whose parts mean something else alone. */
const PAIRS = [
  'push up', 'push ups', 'press up', 'press ups', 'pull up', 'pull ups', 'chin up', 'chin ups', 'sit up', 'sit ups', 'step up', 'step ups', 'dead bug', 'dead bugs',
  'bird dog', 'bird dogs', 'wall sit', 'wall sits', 'mountain climber', 'mountain climbers', 'good morning', 'good mornings', 'leg raise', 'leg raises',
  'bent row', 'band walk', 'band walks', 'hip hinge', 'hip lift', 'single leg', 'box jump', 'box jumps', 'v ups', 'back extension', 'seated row', 'inverted row',
]

/** Loosening and running drills, done without a count. */
const DRILLS = [
  'swing', 'swings', 'flick', 'flicks', 'skip', 'skips', 'skipping', 'circle', 'circles', 'rotation', 'rotations', 'opener', 'openers', 'stretch', 'stretches',
  'ankling', 'butt', 'knees', 'carioca', 'cariocas', 'toe', 'heel', 'cat', 'inchworm', 'inchworms',
]

const LIFT_WORDS: ReadonlySet<string> = new Set(LIFTS)
const DRILL_WORDS: ReadonlySet<string> = new Set([...DRILLS, 'drills', 'lunge', 'lunges'])

/** Second words by the first, so that most words are looked up once. */
const PAIRED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Map.groupBy(PAIRS, (pair) => pair.split(' ')[0] ?? '')].map(([first, pairs]): [string, ReadonlySet<string>] => [
    first, new Set(pairs.map((pair) => pair.split(' ')[1] ?? '')),
  ]),
)

/** Whether these words, in lower case, name an exercise of the gym. */
export const isLift = (words: readonly string[]): boolean =>
  words.some((word, index) => LIFT_WORDS.has(word) || PAIRED.get(word)?.has(words[index + 1] ?? '') === true)

/** Whether they name a loosening exercise or drill. */
export const isDrill = (words: readonly string[]): boolean => words.some((word) => DRILL_WORDS.has(word))

// What bin/bell-lap.js loads for `bell-lap serve`.
export { serve } from './serve.ts'

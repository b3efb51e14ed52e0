/** This program's version, as archives and screens tell it; a test holds it to the package's own. */
export const PROGRAM = '0.1.0'

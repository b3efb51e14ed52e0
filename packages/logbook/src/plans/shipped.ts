import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPlan } from '@bell-lap/formats'
import type { PlanView } from '../views/making.ts'
import { planCard } from './plan-card.ts'

const ENDING = '.plan'

/** Shipped plans never change while the program runs. */
const read = new Map<string, Promise<readonly PlanView[]>>()

/** The plans that come with Bell Lap, by name; the id is the name of the file without its ending. */
export const shippedPlans = (folder: string): Promise<readonly PlanView[]> => {
  const known = read.get(folder) ?? readShipped(folder)
  read.set(folder, known)
  return known
}

const readShipped = async (folder: string): Promise<readonly PlanView[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted()
  return Promise.all(files.map((file) => shippedPlan(folder, file)))
}

const shippedPlan = async (folder: string, file: string): Promise<PlanView> => {
  const text = await readFile(join(folder, file), 'utf8')
  const { plan } = readPlan(text)
  const id = file.slice(0, -ENDING.length)
  return { ...planCard(plan, { id, name: plan.name ?? id, kept: 'library', version: 0 }), text }
}

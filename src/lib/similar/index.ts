// Written by hand: the functions and types that other folders may use.
export type { Language } from './language.ts'
export {
  type NearestOptions,
  type Neighbour,
  type SimilarIndex,
  type SimilarIndexOptions,
  similarIndex,
} from './similar-index.ts'

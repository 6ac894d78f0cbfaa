import { compileMessage } from '@lingui/message-utils/compileMessage'
import { type Language, type Say, speaker, type Words } from './message.ts'

/**
 * A function that says messages in `language` from their words. Each is compiled when it is first said: a start
 * compiles none. For the server and the command line; the pages get their messages compiled by the build.
 */
export function sayIn(language: Language, words: Words): Say {
  return speaker(language, (id) => {
    const source = words[id]
    return source === undefined ? undefined : compileMessage(source)
  })
}

/** What somebody typed cannot be used. The message is one line that says what and what to do; the command ends with 2. */
export class WrongInput extends Error {
  constructor(message: string) {
    super(message.replace(/\s+/g, ' ').trim())
    this.name = 'WrongInput'
  }
}

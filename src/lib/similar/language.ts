/** A language whose words are known by their stems. */
export type Language = 'en' | 'de'

export const drawDe = {
  'draw.none': 'Diese Auslosung gibt es nicht.',
  'draw.already': 'Hier wurde schon gelost, und das Ergebnis bleibt. Es wurde nichts geändert.',
  'draw.too-few': 'Zum Losen braucht es mindestens zwei Orte, auf der Liste stehen weniger. Nichts wurde gespeichert.',
  'draw.same-name':
    'Zwei Orte auf der Liste heißen „{name}“. Nichts wurde gespeichert; geben Sie jedem einen eigenen Namen.',
  'draw.no-name':
    '„{name}“ liest sich wie eine leere Zelle, niemand könnte aus der Datei noch einmal losen. Nichts wurde gespeichert; schreiben Sie den Namen oder die Gruppe in Worten.',
  'draw.no-stratum':
    '„{name}“ gehört zu keiner Gruppe und kann in keiner gelost werden. Nichts wurde gespeichert; geben Sie dem Ort eine Gruppe, oder losen Sie aus allen zusammen.',
  'draw.no-pair':
    '„{name}“ hat kein Gegenstück: Paare entstehen aus dem, was vorher gemessen wurde. Nichts wurde gespeichert; wählen Sie die Zahlen, oder losen Sie anders.',
  'draw.no-figures':
    'Zu „{name}“ gibt es keine Zahlen von vorher, niemand kann sagen, ob beide Seiten gleich sind. Nichts wurde gespeichert; lassen Sie den Ort weg, oder losen Sie anders.',
  'draw.too-few-to-balance':
    'Bei weniger als {least, number} Orten bliebe dem Zufall kaum eine Wahl. Nichts wurde gespeichert; losen Sie in Paaren oder aus allen Orten.',
  'draw.waves':
    'In den Wellen stehen {held, number} Orte, auf der Liste {sites, number}. Nichts wurde gespeichert; beides muss gleich sein.',
  'draw.windows':
    'Abschnitte werden zu je {block, number} gelost, die Hälfte davon mit der Änderung: die Zahl muss gerade sein und in den Abschnitten aufgehen. Nichts wurde gespeichert.',
  'draw.never-balanced':
    'Keine von 100.000 Auslosungen machte beide Seiten gleich: Ein Ort ist zu anders als alle übrigen. Es wurde nicht gelost; kündigen Sie eine neue Auslosung an, in Paaren oder in Gruppen.',
  'draw.again-needs-reason':
    'Diese Orte wurden schon gelost, für „{about}“. Nichts wurde gespeichert; sagen Sie, warum noch einmal gelost wird. Beide Auslosungen bleiben in der Liste.',
}

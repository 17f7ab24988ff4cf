<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ChartAccessible</name>
    <message>
        <source>%1 %2 chart</source>
        <translation>Chart %1 %2</translation>
    </message>
    <message>
        <source>no bars</source>
        <translation>keine Balken</translation>
    </message>
    <message>
        <source>%1: no bar</source>
        <translation>%1: kein Balken</translation>
    </message>
    <message>
        <source>%1: open %2, high %3, low %4, close %5</source>
        <translation>%1: Eröffnung %2, Hoch %3, Tief %4, Schluss %5</translation>
    </message>
</context>
<context>
    <name>ChartGrid</name>
    <message>
        <source>One chart</source>
        <translation>Ein Chart</translation>
    </message>
    <message>
        <source>Two beside each other</source>
        <translation>Zwei nebeneinander</translation>
    </message>
    <message>
        <source>Two above each other</source>
        <translation>Zwei übereinander</translation>
    </message>
    <message>
        <source>Three</source>
        <translation>Drei</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>Vier</translation>
    </message>
    <message>
        <source>Six</source>
        <translation>Sechs</translation>
    </message>
    <message>
        <source>Eight</source>
        <translation>Acht</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>O</source>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <translation>T</translation>
    </message>
    <message>
        <source>C</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Vol</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Partial: missing bars are being fetched</source>
        <translation>Unvollständig: fehlende Balken werden geholt</translation>
    </message>
    <message>
        <source>Resyncing: bars are being brought up to date</source>
        <translation>Abgleich: Balken werden auf den neuesten Stand gebracht</translation>
    </message>
    <message>
        <source>Stale: no data from the venue</source>
        <translation>Veraltet: keine Daten von der Börse</translation>
    </message>
    <message>
        <source>Stale %1: no data from the venue</source>
        <translation>Veraltet seit %1: keine Daten von der Börse</translation>
    </message>
    <message>
        <source>Not connected to the venue</source>
        <translation>Nicht mit der Börse verbunden</translation>
    </message>
    <message>
        <source>Not connected: the last data is %1 old</source>
        <translation>Nicht verbunden: die letzten Daten sind %1 alt</translation>
    </message>
    <message>
        <source>Waiting for the venue</source>
        <translation>Warten auf die Börse</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet. It is asked for again by itself.</source>
        <translation>Die Liste der Instrumente ist noch nicht da. Sie wird von selbst wieder angefragt.</translation>
    </message>
    <message>
        <source>No instrument</source>
        <translation>Kein Instrument</translation>
    </message>
    <message>
        <source>Choose one in the watchlist, or type its name here.</source>
        <translation>In der Beobachtungsliste eines wählen oder hier seinen Namen eintippen.</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>%1 ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>The venue has no such symbol. Type another.</source>
        <translation>Die Börse führt kein solches Symbol. Bitte ein anderes eintippen.</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>%1 konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>No %1 bars yet</source>
        <translation>Noch keine Balken zu %1</translation>
    </message>
    <message>
        <source>Nothing has traded in this interval. The first bar appears with the next trade.</source>
        <translation>In diesem Intervall wurde nichts gehandelt. Der erste Balken erscheint mit dem nächsten Umsatz.</translation>
    </message>
    <message>
        <source>Older bars could not be loaded: %1</source>
        <translation>Ältere Balken konnten nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>Going to %1, now at %2. Esc stops.</source>
        <translation>Auf dem Weg zu %1, jetzt bei %2. Esc hält an.</translation>
    </message>
    <message>
        <source>Loading history…</source>
        <translation>Historie wird geladen…</translation>
    </message>
</context>
<context>
    <name>DrawingShapes</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Reward/risk</source>
        <translation>Chance/Risiko</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>Ticks</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Click both ends. Shift keeps it level, upright or at 45°.</source>
        <translation>Beide Enden anklicken. Umschalt hält sie waagerecht, senkrecht oder bei 45°.</translation>
    </message>
    <message>
        <source>Click where it belongs.</source>
        <translation>Die gewünschte Stelle anklicken.</translation>
    </message>
    <message>
        <source>Click two corners.</source>
        <translation>Zwei Ecken anklicken.</translation>
    </message>
    <message>
        <source>Click the entry, then drag target and stop.</source>
        <translation>Den Einstieg anklicken, dann Ziel und Stop ziehen.</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>Trendlinie</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Strahl</translation>
    </message>
    <message>
        <source>Click the start and a point on its way.</source>
        <translation>Den Anfang und einen Punkt auf dem Weg anklicken.</translation>
    </message>
    <message>
        <source>Extended line</source>
        <translation>Verlängerte Linie</translation>
    </message>
    <message>
        <source>Click two points on the line.</source>
        <translation>Zwei Punkte auf der Linie anklicken.</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Horizontale Linie</translation>
    </message>
    <message>
        <source>Click the price.</source>
        <translation>Den Preis anklicken.</translation>
    </message>
    <message>
        <source>Horizontal ray</source>
        <translation>Horizontaler Strahl</translation>
    </message>
    <message>
        <source>Click where it starts.</source>
        <translation>Den Anfang anklicken.</translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation>Vertikale Linie</translation>
    </message>
    <message>
        <source>Click the moment.</source>
        <translation>Den Zeitpunkt anklicken.</translation>
    </message>
    <message>
        <source>Cross line</source>
        <translation>Kreuzlinie</translation>
    </message>
    <message>
        <source>Parallel channel</source>
        <translation>Paralleler Kanal</translation>
    </message>
    <message>
        <source>Click both ends of one side, then the other side.</source>
        <translation>Beide Enden der einen Seite anklicken, dann die andere Seite.</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Fibonacci retracement</source>
        <translation>Fibonacci-Retracement</translation>
    </message>
    <message>
        <source>Click where the move starts and ends.</source>
        <translation>Anfang und Ende der Bewegung anklicken.</translation>
    </message>
    <message>
        <source>Fibonacci extension</source>
        <translation>Fibonacci-Extension</translation>
    </message>
    <message>
        <source>Click the start and the end of the move, then where it goes on.</source>
        <translation>Anfang und Ende der Bewegung anklicken, dann wo sie weitergeht.</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Click both ends. Shift+click measures without leaving a drawing.</source>
        <translation>Beide Enden anklicken. Umschalt+Klick misst, ohne eine Zeichnung zu hinterlassen.</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Click its start, then its tip.</source>
        <translation>Den Anfang anklicken, dann die Spitze.</translation>
    </message>
    <message>
        <source>Up marker</source>
        <translation>Markierung aufwärts</translation>
    </message>
    <message>
        <source>Down marker</source>
        <translation>Markierung abwärts</translation>
    </message>
    <message>
        <source>Long position</source>
        <translation>Long-Position</translation>
    </message>
    <message>
        <source>Short position</source>
        <translation>Short-Position</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Channel and rectangle</source>
        <translation>Kanal und Rechteck</translation>
    </message>
    <message>
        <source>Fibonacci</source>
        <translation>Fibonacci</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Notes and markers</source>
        <translation>Notizen und Markierungen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>PRACTICE</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>The built-in practice exchange: no account, no network, no money.</source>
        <translation>Die eingebaute Übungsbörse: kein Konto, kein Netz, kein Geld.</translation>
    </message>
    <message>
        <source>The venue&apos;s test environment: no real money.</source>
        <translation>Die Testumgebung der Börse: kein echtes Geld.</translation>
    </message>
    <message>
        <source>The live market.</source>
        <translation>Der echte Markt.</translation>
    </message>
    <message>
        <source>A recording is being played: nothing here is happening now.</source>
        <translation>Eine Aufzeichnung läuft: Nichts davon geschieht gerade.</translation>
    </message>
    <message>
        <source>Practice exchange</source>
        <translation>Übungsbörse</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>Errc</name>
    <message>
        <source>A number could not be read. Nothing was changed; check the value.</source>
        <translation>Eine Zahl konnte nicht gelesen werden. Nichts wurde geändert; bitte den Wert prüfen.</translation>
    </message>
    <message>
        <source>A number is too large to hold exactly. Use a smaller one.</source>
        <translation>Eine Zahl ist zu groß, um sie genau zu halten. Bitte eine kleinere verwenden.</translation>
    </message>
    <message>
        <source>The price is not on the instrument&apos;s tick. Round it to the tick size.</source>
        <translation>Der Preis liegt nicht auf der Preisstufe des Instruments. Bitte auf die Stufe runden.</translation>
    </message>
    <message>
        <source>The quantity is not on the instrument&apos;s step. Round it to the step size.</source>
        <translation>Die Menge liegt nicht auf der Mengenstufe des Instruments. Bitte auf die Stufe runden.</translation>
    </message>
    <message>
        <source>The value is below the instrument&apos;s minimum. Raise it.</source>
        <translation>Der Wert liegt unter dem Minimum des Instruments. Bitte erhöhen.</translation>
    </message>
    <message>
        <source>The value is above the instrument&apos;s maximum. Lower it.</source>
        <translation>Der Wert liegt über dem Maximum des Instruments. Bitte senken.</translation>
    </message>
    <message>
        <source>The order is worth less than the venue accepts. Raise the quantity.</source>
        <translation>Die Order ist weniger wert, als die Börse annimmt. Bitte die Menge erhöhen.</translation>
    </message>
    <message>
        <source>The price is too far from the mark price. Move it closer.</source>
        <translation>Der Preis ist zu weit vom Markpreis entfernt. Bitte näher heranrücken.</translation>
    </message>
    <message>
        <source>The venue does not list this instrument. Check the symbol.</source>
        <translation>Die Börse führt dieses Instrument nicht. Bitte das Symbol prüfen.</translation>
    </message>
    <message>
        <source>The instrument is not trading now. Its data is kept.</source>
        <translation>Das Instrument wird gerade nicht gehandelt. Seine Daten bleiben erhalten.</translation>
    </message>
    <message>
        <source>The venue sent a message that cannot be read. It was dropped and the stream is being synchronised again.</source>
        <translation>Die Börse hat eine unlesbare Nachricht geschickt. Sie wurde verworfen; der Strom wird neu abgeglichen.</translation>
    </message>
    <message>
        <source>The venue sent a message of an unexpected shape. It was dropped; if this repeats, look for an update of Spreadline.</source>
        <translation>Die Börse hat eine Nachricht von unerwarteter Form geschickt. Sie wurde verworfen; bei Wiederholung bitte nach einer neuen Version von Spreadline sehen.</translation>
    </message>
    <message>
        <source>The venue sent a message over the size limit. The connection is being opened anew.</source>
        <translation>Die Börse hat eine zu große Nachricht geschickt. Die Verbindung wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>The venue sent a message of a kind that is not known here. It was ignored.</source>
        <translation>Die Börse hat eine hier unbekannte Art von Nachricht geschickt. Sie wurde übergangen.</translation>
    </message>
    <message>
        <source>A message of this stream is missing. The data is greyed until it is synchronised again.</source>
        <translation>Eine Nachricht dieses Stroms fehlt. Die Daten sind grau, bis sie wieder abgeglichen sind.</translation>
    </message>
    <message>
        <source>The best bid is above the best ask. The book is greyed until it is synchronised again.</source>
        <translation>Das beste Gebot liegt über dem besten Angebot. Das Orderbuch ist grau, bis es wieder abgeglichen ist.</translation>
    </message>
    <message>
        <source>The snapshot is older than the stream. Another one is being fetched.</source>
        <translation>Der Abzug ist älter als der Strom. Ein neuer wird geholt.</translation>
    </message>
    <message>
        <source>The venue cannot be reached. Check the network; trying again by itself.</source>
        <translation>Die Börse ist nicht erreichbar. Bitte das Netz prüfen; es wird von selbst weiter versucht.</translation>
    </message>
    <message>
        <source>The venue&apos;s name cannot be resolved. Check the network, the DNS server and the host name.</source>
        <translation>Der Name der Börse lässt sich nicht auflösen. Bitte Netz, DNS-Server und Rechnernamen prüfen.</translation>
    </message>
    <message>
        <source>The venue&apos;s certificate is not trusted, so nothing was sent. Check the clock and the network&apos;s proxy.</source>
        <translation>Dem Zertifikat der Börse wird nicht vertraut, daher wurde nichts gesendet. Bitte Uhr und Proxy prüfen.</translation>
    </message>
    <message>
        <source>The venue did not answer in time. Trying again by itself.</source>
        <translation>Die Börse hat nicht rechtzeitig geantwortet. Es wird von selbst weiter versucht.</translation>
    </message>
    <message>
        <source>The connection to the venue was lost. Connecting again by itself.</source>
        <translation>Die Verbindung zur Börse ist abgebrochen. Sie wird von selbst neu aufgebaut.</translation>
    </message>
    <message>
        <source>The venue refuses connections from this network or country. Use another network or venue.</source>
        <translation>Die Börse lehnt Verbindungen aus diesem Netz oder Land ab. Bitte ein anderes Netz oder eine andere Börse wählen.</translation>
    </message>
    <message>
        <source>The venue&apos;s request limit is reached. Waiting until it allows more.</source>
        <translation>Das Abfragelimit der Börse ist erreicht. Es wird gewartet, bis mehr erlaubt ist.</translation>
    </message>
    <message>
        <source>The venue has banned this address for a time. Nothing is sent until the ban ends.</source>
        <translation>Die Börse hat diese Adresse zeitweise gesperrt. Bis zum Ende der Sperre wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The venue answered with an unexpected status. Trying again by itself.</source>
        <translation>Die Börse hat mit einem unerwarteten Status geantwortet. Es wird von selbst weiter versucht.</translation>
    </message>
    <message>
        <source>The venue refused the request. Its reason is in the log.</source>
        <translation>Die Börse hat die Anfrage abgelehnt. Der Grund steht im Protokoll.</translation>
    </message>
    <message>
        <source>The venue is not available now. Trying again by itself.</source>
        <translation>Die Börse ist gerade nicht verfügbar. Es wird von selbst weiter versucht.</translation>
    </message>
    <message>
        <source>The clock&apos;s distance to the venue&apos;s clock is not known. Check the system clock.</source>
        <translation>Der Abstand zur Uhr der Börse ist nicht bekannt. Bitte die Systemuhr prüfen.</translation>
    </message>
    <message>
        <source>This machine or network does not keep up with the data. Close some charts or watch fewer symbols.</source>
        <translation>Rechner oder Netz kommen mit den Daten nicht mit. Bitte Charts schließen oder weniger Symbole beobachten.</translation>
    </message>
    <message>
        <source>The file or entry does not exist. Check its name.</source>
        <translation>Die Datei oder der Eintrag ist nicht vorhanden. Bitte den Namen prüfen.</translation>
    </message>
    <message>
        <source>The settings file has a mistake. Mend the line that is named.</source>
        <translation>Die Einstellungsdatei enthält einen Fehler. Bitte die genannte Zeile berichtigen.</translation>
    </message>
    <message>
        <source>The command is not understood. See --help.</source>
        <translation>Der Befehl wird nicht verstanden. Siehe --help.</translation>
    </message>
    <message>
        <source>The file cannot be read as what it should be. Check the line that is named.</source>
        <translation>Die Datei ist nicht lesbar als das, was sie sein soll. Bitte die genannte Stelle prüfen.</translation>
    </message>
    <message>
        <source>A file cannot be written. Check its folder&apos;s permissions and the free space.</source>
        <translation>Eine Datei lässt sich nicht schreiben. Bitte Rechte des Ordners und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>The database is damaged. It was set aside untouched; restore a backup or start with a new one.</source>
        <translation>Die Datenbank ist beschädigt. Sie wurde unverändert beiseitegelegt; bitte eine Sicherung einspielen oder neu beginnen.</translation>
    </message>
    <message>
        <source>The database is held by another program. Close that program.</source>
        <translation>Die Datenbank wird von einem anderen Programm gehalten. Bitte dieses schließen.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing new is stored until then.</source>
        <translation>Der Datenträger ist voll. Bitte Platz schaffen; bis dahin wird nichts Neues gespeichert.</translation>
    </message>
    <message>
        <source>The database was written by a newer Spreadline. Use that version, or another profile.</source>
        <translation>Die Datenbank stammt von einer neueren Version von Spreadline. Bitte diese verwenden oder ein anderes Profil.</translation>
    </message>
    <message>
        <source>Spreadline already runs on this profile. Use its window, or another profile.</source>
        <translation>Spreadline läuft mit diesem Profil bereits. Bitte dessen Fenster verwenden oder ein anderes Profil.</translation>
    </message>
    <message>
        <source>No system keychain was found. Live trading stays off without one.</source>
        <translation>Kein Schlüsselbund des Systems gefunden. Ohne ihn bleibt der Live-Handel aus.</translation>
    </message>
    <message>
        <source>The engine is busy and did not take the command. Try again.</source>
        <translation>Der Kern ist beschäftigt und hat den Befehl nicht angenommen. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>A bounded queue is full. The data behind it is being synchronised again.</source>
        <translation>Eine begrenzte Warteschlange ist voll. Die Daten dahinter werden neu abgeglichen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>Das ist hier nicht verfügbar.</translation>
    </message>
    <message>
        <source>The stored data were another practice market&apos;s. They are gone, and storing began anew.</source>
        <translation>Die gespeicherten Daten gehörten zu einem anderen Übungsmarkt. Sie sind entfernt, und das Speichern beginnt von vorn.</translation>
    </message>
    <message>
        <source>Stored data are later than the venue&apos;s clock. They are left out and fetched again; check the system clock.</source>
        <translation>Gespeicherte Daten liegen nach der Uhr der Börse. Sie werden weggelassen und neu geholt; bitte die Systemuhr prüfen.</translation>
    </message>
    <message>
        <source>The market database cannot be opened, so nothing is stored. What this session sees is forgotten when it ends.</source>
        <translation>Die Marktdatenbank lässt sich nicht öffnen, daher wird nichts gespeichert. Was diese Sitzung sieht, ist an ihrem Ende vergessen.</translation>
    </message>
    <message>
        <source>The recording of this session has reached its size limit and ended. What was recorded can be replayed.</source>
        <translation>Die Aufzeichnung dieser Sitzung hat ihre Größengrenze erreicht und ist beendet. Das Aufgezeichnete lässt sich abspielen.</translation>
    </message>
    <message>
        <source>A trade does not fit into the bars that are built here. They are shown without it.</source>
        <translation>Ein Handel passt nicht in die hier gebildeten Balken. Sie werden ohne ihn gezeigt.</translation>
    </message>
    <message>
        <source>Something went wrong inside Spreadline. Please report it with the log.</source>
        <translation>In Spreadline ist etwas schiefgegangen. Bitte mit dem Protokoll melden.</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>Gebote</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Size to here</source>
        <translation>Menge bis hier</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>From mid</source>
        <translation>Von der Mitte</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>Bitte eine ganze Zahl von %1 bis %2 eingeben.</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>Bitte eine Zahl von %1 bis %2 eingeben.</translation>
    </message>
    <message>
        <source>Enter a time such as 2026-01-31 09:30.</source>
        <translation>Bitte einen Zeitpunkt wie 2026-01-31 09:30 eingeben.</translation>
    </message>
    <message>
        <source>Enter a span such as 1d, 8h or 30m, from %1 to %2.</source>
        <translation>Bitte eine Dauer wie 1d, 8h oder 30m eingeben, von %1 bis %2.</translation>
    </message>
    <message>
        <source>Enter one of: %1.</source>
        <translation>Bitte eines davon eingeben: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Averages</source>
        <translation>Durchschnitte</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Volatilität</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>Derivate</translation>
    </message>
    <message>
        <source>Simple average</source>
        <translation>Einfacher gleitender Durchschnitt</translation>
    </message>
    <message>
        <source>Exponential average</source>
        <translation>Exponentieller gleitender Durchschnitt</translation>
    </message>
    <message>
        <source>Wilder&apos;s average</source>
        <translation>Gleitender Durchschnitt nach Wilder</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>Gewichteter gleitender Durchschnitt</translation>
    </message>
    <message>
        <source>Double exponential average</source>
        <translation>Doppelter EMA</translation>
    </message>
    <message>
        <source>Triple exponential average</source>
        <translation>Dreifacher EMA</translation>
    </message>
    <message>
        <source>Hull average</source>
        <translation>Gleitender Durchschnitt nach Hull</translation>
    </message>
    <message>
        <source>Kaufman adaptive average</source>
        <translation>Adaptiver Durchschnitt nach Kaufman</translation>
    </message>
    <message>
        <source>Volume-weighted average</source>
        <translation>Volumengewichteter Durchschnitt</translation>
    </message>
    <message>
        <source>MACD</source>
        <translation>MACD</translation>
    </message>
    <message>
        <source>Ichimoku cloud</source>
        <translation>Ichimoku-Wolke</translation>
    </message>
    <message>
        <source>Directional movement and ADX</source>
        <translation>Directional Movement und ADX</translation>
    </message>
    <message>
        <source>Parabolic SAR</source>
        <translation>Parabolic SAR</translation>
    </message>
    <message>
        <source>Supertrend</source>
        <translation>Supertrend</translation>
    </message>
    <message>
        <source>Aroon</source>
        <translation>Aroon</translation>
    </message>
    <message>
        <source>Linear regression channel</source>
        <translation>Linearer Regressionskanal</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Heikin-Ashi</translation>
    </message>
    <message>
        <source>Relative strength index</source>
        <translation>Relative-Stärke-Index</translation>
    </message>
    <message>
        <source>Stochastic</source>
        <translation>Stochastik</translation>
    </message>
    <message>
        <source>Stochastic RSI</source>
        <translation>Stochastik-RSI</translation>
    </message>
    <message>
        <source>Williams %R</source>
        <translation>Williams %R</translation>
    </message>
    <message>
        <source>Commodity channel index</source>
        <translation>Commodity Channel Index</translation>
    </message>
    <message>
        <source>Rate of change</source>
        <translation>Änderungsrate</translation>
    </message>
    <message>
        <source>Money flow index</source>
        <translation>Money Flow Index</translation>
    </message>
    <message>
        <source>Ultimate oscillator</source>
        <translation>Ultimate Oscillator</translation>
    </message>
    <message>
        <source>TRIX</source>
        <translation>TRIX</translation>
    </message>
    <message>
        <source>Bollinger bands</source>
        <translation>Bollinger-Bänder</translation>
    </message>
    <message>
        <source>Keltner channel</source>
        <translation>Keltner-Kanal</translation>
    </message>
    <message>
        <source>Donchian channel</source>
        <translation>Donchian-Kanal</translation>
    </message>
    <message>
        <source>Average true range</source>
        <translation>Average True Range</translation>
    </message>
    <message>
        <source>Average true range, percent</source>
        <translation>Average True Range, Prozent</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>On-balance volume</source>
        <translation>On-Balance-Volumen</translation>
    </message>
    <message>
        <source>Accumulation/distribution</source>
        <translation>Akkumulation/Distribution</translation>
    </message>
    <message>
        <source>Chaikin money flow</source>
        <translation>Chaikin Money Flow</translation>
    </message>
    <message>
        <source>Force index</source>
        <translation>Force Index</translation>
    </message>
    <message>
        <source>VWAP of the session</source>
        <translation>VWAP der Sitzung</translation>
    </message>
    <message>
        <source>Anchored VWAP</source>
        <translation>Verankerter VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Kumuliertes Volumendelta</translation>
    </message>
    <message>
        <source>Open interest</source>
        <translation>Open Interest</translation>
    </message>
    <message>
        <source>Funding rate</source>
        <translation>Funding-Rate</translation>
    </message>
    <message>
        <source>Z-score</source>
        <translation>Z-Score</translation>
    </message>
    <message>
        <source>Correlation with a second symbol</source>
        <translation>Korrelation mit zweitem Symbol</translation>
    </message>
    <message>
        <source>Beta to a second symbol</source>
        <translation>Beta zu zweitem Symbol</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Tenkan</source>
        <translation>Tenkan</translation>
    </message>
    <message>
        <source>Kijun</source>
        <translation>Kijun</translation>
    </message>
    <message>
        <source>Span B</source>
        <translation>Senkou B</translation>
    </message>
    <message>
        <source>Displacement</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>Multiplikator</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>K smoothing</source>
        <translation>K-Glättung</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>ATR length</source>
        <translation>ATR-Länge</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Price of a bar</source>
        <translation>Preis eines Balkens</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>KAMA</source>
        <translation>KAMA</translation>
    </message>
    <message>
        <source>VWMA</source>
        <translation>VWMA</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Span A</source>
        <translation>Senkou A</translation>
    </message>
    <message>
        <source>Span A here</source>
        <translation>Senkou A hier</translation>
    </message>
    <message>
        <source>Span B here</source>
        <translation>Senkou B hier</translation>
    </message>
    <message>
        <source>Chikou</source>
        <translation>Chikou</translation>
    </message>
    <message>
        <source>+DI</source>
        <translation>+DI</translation>
    </message>
    <message>
        <source>-DI</source>
        <translation>-DI</translation>
    </message>
    <message>
        <source>DX</source>
        <translation>DX</translation>
    </message>
    <message>
        <source>ADX</source>
        <translation>ADX</translation>
    </message>
    <message>
        <source>ADXR</source>
        <translation>ADXR</translation>
    </message>
    <message>
        <source>SAR</source>
        <translation>SAR</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Aroon up</source>
        <translation>Aroon aufwärts</translation>
    </message>
    <message>
        <source>Aroon down</source>
        <translation>Aroon abwärts</translation>
    </message>
    <message>
        <source>Oscillator</source>
        <translation>Oszillator</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>Regression</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>R squared</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Upper</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>%K</source>
        <translation>%K</translation>
    </message>
    <message>
        <source>%D</source>
        <translation>%D</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohwert</translation>
    </message>
    <message>
        <source>%R</source>
        <translation>%R</translation>
    </message>
    <message>
        <source>CCI</source>
        <translation>CCI</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>MFI</source>
        <translation>MFI</translation>
    </message>
    <message>
        <source>Ultimate</source>
        <translation>Ultimate</translation>
    </message>
    <message>
        <source>%B</source>
        <translation>%B</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>ATR</source>
        <translation>ATR</translation>
    </message>
    <message>
        <source>NATR</source>
        <translation>NATR</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>OBV</source>
        <translation>OBV</translation>
    </message>
    <message>
        <source>A/D</source>
        <translation>A/D</translation>
    </message>
    <message>
        <source>CMF</source>
        <translation>CMF</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <source>CVD</source>
        <translation>CVD</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Typisch</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Kurswährung</translation>
    </message>
    <message>
        <source>hl2</source>
        <translation>hl2</translation>
    </message>
    <message>
        <source>hlc3</source>
        <translation>hlc3</translation>
    </message>
    <message>
        <source>ohlc4</source>
        <translation>ohlc4</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>An average that is fast when price goes one way and slow when it goes to and fro.</source>
        <translation>Ein Durchschnitt, der schnell ist, wenn der Preis in eine Richtung läuft, und langsam, wenn er hin und her geht.</translation>
    </message>
    <message>
        <source>Mean price of a window, each bar weighted with its volume.</source>
        <translation>Mittlerer Preis eines Fensters, jeder Balken mit seinem Volumen gewichtet.</translation>
    </message>
    <message>
        <source>Mean of the last bars.</source>
        <translation>Mittel der letzten Balken.</translation>
    </message>
    <message>
        <source>An average that forgets gradually.</source>
        <translation>Ein Durchschnitt, der allmählich vergisst.</translation>
    </message>
    <message>
        <source>Wilder&apos;s smoothing, the one inside RSI and ATR.</source>
        <translation>Wilders Glättung, wie sie in RSI und ATR steckt.</translation>
    </message>
    <message>
        <source>The newest bar weighs most, the oldest least.</source>
        <translation>Der neueste Balken wiegt am meisten, der älteste am wenigsten.</translation>
    </message>
    <message>
        <source>An exponential average with its lag taken out once.</source>
        <translation>Ein exponentieller Durchschnitt, dessen Verzögerung einmal herausgerechnet ist.</translation>
    </message>
    <message>
        <source>An exponential average with its lag taken out twice.</source>
        <translation>Ein exponentieller Durchschnitt, dessen Verzögerung zweimal herausgerechnet ist.</translation>
    </message>
    <message>
        <source>A weighted average with little lag.</source>
        <translation>Ein gewichteter Durchschnitt mit wenig Verzögerung.</translation>
    </message>
    <message>
        <source>Distance of a fast from a slow exponential average, and the average of that distance.</source>
        <translation>Abstand eines schnellen von einem langsamen exponentiellen Durchschnitt, und der Durchschnitt dieses Abstands.</translation>
    </message>
    <message>
        <source>Midpoints of three windows; two of them form a cloud drawn ahead of the price.</source>
        <translation>Mittelpunkte dreier Fenster; zwei davon bilden eine Wolke, die dem Preis vorausläuft.</translation>
    </message>
    <message>
        <source>How strong the trend is (ADX) and which way it goes (+DI, -DI).</source>
        <translation>Wie stark der Trend ist (ADX) und wohin er geht (+DI, -DI).</translation>
    </message>
    <message>
        <source>How much faster the stop follows with every new extreme.</source>
        <translation>Um wie viel schneller der Stop mit jedem neuen Extrem folgt.</translation>
    </message>
    <message>
        <source>The fastest it may become.</source>
        <translation>Die höchste Geschwindigkeit.</translation>
    </message>
    <message>
        <source>A stop that follows the trend and turns over when it is touched.</source>
        <translation>Ein Stop, der dem Trend folgt und bei Berührung die Seite wechselt.</translation>
    </message>
    <message>
        <source>A stop some true ranges away from the price, which only moves with the trend.</source>
        <translation>Ein Stop im Abstand einiger True Ranges zum Preis, der sich nur mit dem Trend bewegt.</translation>
    </message>
    <message>
        <source>Distance in average true ranges.</source>
        <translation>Abstand in Average True Ranges.</translation>
    </message>
    <message>
        <source>How long ago the highest high and the lowest low of the window were.</source>
        <translation>Wie lange das höchste Hoch und das tiefste Tief des Fensters zurückliegen.</translation>
    </message>
    <message>
        <source>The end of a straight line through the window, its slope and fit, and a channel of residual deviations.</source>
        <translation>Das Ende einer Geraden durch das Fenster, ihre Steigung und Güte, und ein Kanal aus Abweichungen der Residuen.</translation>
    </message>
    <message>
        <source>Half width of the channel in deviations.</source>
        <translation>Halbe Breite des Kanals in Abweichungen.</translation>
    </message>
    <message>
        <source>Averaged candles. For looking at: nothing trades at these prices.</source>
        <translation>Gemittelte Kerzen. Nur zum Ansehen: Zu diesen Preisen wird nicht gehandelt.</translation>
    </message>
    <message>
        <source>Share of the gains in all recent movement, 0 to 100.</source>
        <translation>Anteil der Gewinne an aller Bewegung der letzten Zeit, 0 bis 100.</translation>
    </message>
    <message>
        <source>Where the close stands between the lowest low and the highest high.</source>
        <translation>Wo der Schluss zwischen tiefstem Tief und höchstem Hoch steht.</translation>
    </message>
    <message>
        <source>Where the RSI stands between its own recent extremes.</source>
        <translation>Wo der RSI zwischen seinen eigenen letzten Extremen steht.</translation>
    </message>
    <message>
        <source>Where the close stands in the range of the window, -100 at its low and 0 at its high.</source>
        <translation>Wo der Schluss in der Spanne des Fensters steht, -100 am Tief und 0 am Hoch.</translation>
    </message>
    <message>
        <source>Distance of the typical price from its mean, in mean deviations.</source>
        <translation>Abstand des typischen Preises von seinem Mittel, in mittleren Abweichungen.</translation>
    </message>
    <message>
        <source>Change since so many bars ago, in percent.</source>
        <translation>Änderung gegenüber so vielen Balken zuvor, in Prozent.</translation>
    </message>
    <message>
        <source>Change since so many bars ago, in price.</source>
        <translation>Änderung gegenüber so vielen Balken zuvor, im Preis.</translation>
    </message>
    <message>
        <source>Like RSI, of price times volume.</source>
        <translation>Wie der RSI, aus Preis mal Volumen.</translation>
    </message>
    <message>
        <source>Buying pressure over three windows in one figure.</source>
        <translation>Kaufdruck über drei Fenster in einer Zahl.</translation>
    </message>
    <message>
        <source>Change from bar to bar of a triple exponential average, in percent.</source>
        <translation>Änderung eines dreifach exponentiellen Durchschnitts von Balken zu Balken, in Prozent.</translation>
    </message>
    <message>
        <source>Mean of the window and deviations above and below it.</source>
        <translation>Mittel des Fensters und Abweichungen darüber und darunter.</translation>
    </message>
    <message>
        <source>Distance of the bands in standard deviations.</source>
        <translation>Abstand der Bänder in Standardabweichungen.</translation>
    </message>
    <message>
        <source>An exponential average and average true ranges above and below it.</source>
        <translation>Ein exponentieller Durchschnitt und Average True Ranges darüber und darunter.</translation>
    </message>
    <message>
        <source>Highest high and lowest low of the window, this bar included. A breakout compares with the bar before.</source>
        <translation>Höchstes Hoch und tiefstes Tief des Fensters, diesen Balken eingeschlossen. Ein Ausbruch misst sich am Balken davor.</translation>
    </message>
    <message>
        <source>Mean movement of a bar, in price.</source>
        <translation>Mittlere Bewegung eines Balkens, im Preis.</translation>
    </message>
    <message>
        <source>Mean movement of a bar, in percent of the close.</source>
        <translation>Mittlere Bewegung eines Balkens, in Prozent des Schlusses.</translation>
    </message>
    <message>
        <source>Population standard deviation of the window.</source>
        <translation>Standardabweichung des Fensters (Grundgesamtheit).</translation>
    </message>
    <message>
        <source>typical: (high + low + close)/3, an estimate; quote: quote volume by volume, the true VWAP.</source>
        <translation>Typisch: (Hoch + Tief + Schluss)/3, eine Schätzung; Kurswährung: Volumen in Kurswährung durch Volumen, der wahre VWAP.</translation>
    </message>
    <message>
        <source>Mean price of the session&apos;s trades, weighted with their volume.</source>
        <translation>Mittlerer Preis der Umsätze einer Sitzung, mit ihrem Volumen gewichtet.</translation>
    </message>
    <message>
        <source>Start of the sessions after 00:00 UTC.</source>
        <translation>Beginn der Sitzungen nach 00:00 UTC.</translation>
    </message>
    <message>
        <source>Mean price of everything traded since a chosen moment.</source>
        <translation>Mittlerer Preis alles Gehandelten seit einem gewählten Zeitpunkt.</translation>
    </message>
    <message>
        <source>What was traded in each bar, and its mean.</source>
        <translation>Was in jedem Balken gehandelt wurde, und dessen Mittel.</translation>
    </message>
    <message>
        <source>Volume added on rising and taken off on falling bars.</source>
        <translation>Volumen, bei steigenden Balken hinzugezählt und bei fallenden abgezogen.</translation>
    </message>
    <message>
        <source>Volume summed with the sign and size of the close&apos;s place in its bar.</source>
        <translation>Volumen, summiert mit Vorzeichen und Größe der Lage des Schlusses im Balken.</translation>
    </message>
    <message>
        <source>Share of the window&apos;s volume that closed near the high, less that near the low.</source>
        <translation>Anteil des Volumens im Fenster, das nahe dem Hoch schloss, abzüglich dessen nahe dem Tief.</translation>
    </message>
    <message>
        <source>Change of the close times volume, averaged.</source>
        <translation>Änderung des Schlusses mal Volumen, gemittelt.</translation>
    </message>
    <message>
        <source>Taker buys less taker sells, summed.</source>
        <translation>Taker-Käufe abzüglich Taker-Verkäufe, summiert.</translation>
    </message>
    <message>
        <source>Length after which it starts anew; 0: never.</source>
        <translation>Dauer, nach der die Summe neu beginnt; 0: nie.</translation>
    </message>
    <message>
        <source>Contracts open on the venue.</source>
        <translation>Offene Kontrakte an der Börse.</translation>
    </message>
    <message>
        <source>What longs pay shorts at a settlement, as a ratio of the position.</source>
        <translation>Was Long an Short bei einer Abrechnung zahlt, im Verhältnis zur Position.</translation>
    </message>
    <message>
        <source>Distance from the mean of the window, in sample standard deviations.</source>
        <translation>Abstand vom Mittel des Fensters, in Stichproben-Standardabweichungen.</translation>
    </message>
    <message>
        <source>Of the log returns of both symbols, over bars that both have.</source>
        <translation>Der Log-Renditen beider Symbole, über Balken, die beide haben.</translation>
    </message>
    <message>
        <source>How much this symbol&apos;s log return moves with one of the second symbol&apos;s.</source>
        <translation>Wie stark die Log-Rendite dieses Symbols mit der des zweiten mitgeht.</translation>
    </message>
    <message>
        <source>How many bars it looks back.</source>
        <translation>Wie viele Balken zurückgeblickt wird.</translation>
    </message>
    <message>
        <source>The price it reads.</source>
        <translation>Der Preis, der gelesen wird.</translation>
    </message>
    <message>
        <source>Length of a session.</source>
        <translation>Länge einer Sitzung.</translation>
    </message>
    <message>
        <source>The moment it starts at; empty: the first bar.</source>
        <translation>Der Zeitpunkt, an dem er beginnt; leer: der erste Balken.</translation>
    </message>
    <message>
        <source>moving average convergence divergence</source>
        <translation>Konvergenz und Divergenz gleitender Durchschnitte moving average convergence divergence</translation>
    </message>
    <message>
        <source>average directional index</source>
        <translation>Trendstärke average directional index</translation>
    </message>
    <message>
        <source>stop and reverse trailing</source>
        <translation>nachgezogener Stop trailing stop and reverse</translation>
    </message>
    <message>
        <source>trailing stop</source>
        <translation>nachgezogener Stop trailing stop</translation>
    </message>
    <message>
        <source>volume-weighted average price</source>
        <translation>volumengewichteter Durchschnittspreis volume-weighted average price</translation>
    </message>
    <message>
        <source>order flow</source>
        <translation>Orderfluss order flow</translation>
    </message>
    <message>
        <source>standard score</source>
        <translation>standardisierter Wert standard score</translation>
    </message>
    <message>
        <source>taker volume</source>
        <translation>Taker-Volumen</translation>
    </message>
    <message>
        <source>quote volume</source>
        <translation>Volumen in Kurswährung</translation>
    </message>
    <message>
        <source>open interest</source>
        <translation>Open Interest</translation>
    </message>
    <message>
        <source>funding rates</source>
        <translation>Funding-Raten</translation>
    </message>
    <message>
        <source>moving average ma</source>
        <translation>gleitender Durchschnitt gd moving average ma</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>This chart&apos;s data has no %1.</source>
        <translation>In den Daten dieses Charts fehlt: %1.</translation>
    </message>
    <message>
        <source>“%1” is not an interval such as 4h or 1d.</source>
        <translation>„%1“ ist kein Intervall wie 4h oder 1d.</translation>
    </message>
    <message>
        <source>“forming” needs an interval: @4h:forming.</source>
        <translation>„forming“ braucht ein Intervall: @4h:forming.</translation>
    </message>
    <message>
        <source>%1 has nothing to set.</source>
        <translation>%1 hat keine Einstellungen.</translation>
    </message>
    <message>
        <source>That is too much; there is %1.</source>
        <translation>Das ist zu viel; es gibt: %1.</translation>
    </message>
    <message>
        <source>There is no “%1”; there is %2.</source>
        <translation>„%1“ gibt es nicht; es gibt: %2.</translation>
    </message>
    <message>
        <source>There is no indicator “%1”.</source>
        <translation>Es gibt keinen Indikator „%1“.</translation>
    </message>
    <message>
        <source>There is no indicator “%1”. Did you mean %2?</source>
        <translation>Es gibt keinen Indikator „%1“. War %2 gemeint?</translation>
    </message>
</context>
<context>
    <name>SymbolExpression</name>
    <message>
        <source>an operation was expected</source>
        <translation>Rechenzeichen erwartet</translation>
    </message>
    <message>
        <source>&apos;)&apos; was expected</source>
        <translation>„)“ erwartet</translation>
    </message>
    <message>
        <source>a symbol or a number was expected</source>
        <translation>Symbol oder Zahl erwartet</translation>
    </message>
    <message>
        <source>a symbol or a number is missing</source>
        <translation>Symbol oder Zahl fehlt</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>Zu tief verschachtelt</translation>
    </message>
    <message>
        <source>names no symbol</source>
        <translation>Nennt kein Symbol</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Down</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Resyncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>last data %1 ago</source>
        <translation>letzte Daten vor %1</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Noch nicht offen</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>In Abrechnung</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
</context>
<context>
    <name>spreadline::AboutDialog</name>
    <message>
        <source>About Spreadline</source>
        <translation>Über Spreadline</translation>
    </message>
    <message>
        <source>A desktop trading terminal for crypto markets.</source>
        <translation>Ein Handelsterminal für Kryptomärkte.</translation>
    </message>
    <message>
        <source>Built with Qt %1, running on Qt %2.</source>
        <translation>Gebaut mit Qt %1, läuft mit Qt %2.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt (LGPL-3.0), simdjson (Apache-2.0), spdlog (MIT), Boost (BSL-1.0), OpenSSL (Apache-2.0), SQLite (public domain), toml++ (MIT), zlib (Zlib) and the Roboto font (Apache-2.0).</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Sie verwendet Qt (LGPL-3.0), simdjson (Apache-2.0), spdlog (MIT), Boost (BSL-1.0), OpenSSL (Apache-2.0), SQLite (gemeinfrei), toml++ (MIT), zlib (Zlib) und die Schrift Roboto (Apache-2.0).</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
</context>
<context>
    <name>spreadline::ChannelModel</name>
    <message>
        <source>Trades</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Order book</source>
        <translation>Orderbuch</translation>
    </message>
    <message>
        <source>Best bid and ask</source>
        <translation>Bestes Gebot und Angebot</translation>
    </message>
    <message>
        <source>Bars %1</source>
        <translation>Balken %1</translation>
    </message>
    <message>
        <source>Mark price</source>
        <translation>Markpreis</translation>
    </message>
    <message>
        <source>24 h ticker</source>
        <translation>24-h-Ticker</translation>
    </message>
    <message>
        <source>Liquidations</source>
        <translation>Liquidationen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>spreadline::ChartPanel</name>
    <message>
        <source>Latest »</source>
        <translation>Aktuell »</translation>
    </message>
    <message>
        <source>Jump to the latest bar (End)</source>
        <translation>Zum neuesten Balken (Ende)</translation>
    </message>
    <message>
        <source>Jump to the latest bar</source>
        <translation>Zum neuesten Balken</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>There is nothing older than %1</source>
        <translation>Es gibt nichts Älteres als %1</translation>
    </message>
    <message>
        <source>%1 is on the chart already</source>
        <translation>%1 ist schon im Chart</translation>
    </message>
    <message>
        <source>Funding and open interest do not come: %1</source>
        <translation>Funding und Open Interest bleiben aus: %1</translation>
    </message>
</context>
<context>
    <name>spreadline::CommandPalette</name>
    <message>
        <source>Symbol or command</source>
        <translation>Symbol oder Befehl</translation>
    </message>
</context>
<context>
    <name>spreadline::ConnectionsPanel</name>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>Frames %1   rejected %2   unknown %3   gaps %4   resyncs %5   reconnects %6   overflows %7   round trip %8</source>
        <translation>Nachrichten %1   verworfen %2   unbekannt %3   Lücken %4   Abgleiche %5   Neuverbindungen %6   Überläufe %7   Umlauf %8</translation>
    </message>
</context>
<context>
    <name>spreadline::DockTitle</name>
    <message>
        <source>Float or dock</source>
        <translation>Lösen oder andocken</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Bereich schließen</translation>
    </message>
</context>
<context>
    <name>spreadline::GridButton</name>
    <message>
        <source>Charts in the window: %1</source>
        <translation>Charts im Fenster: %1</translation>
    </message>
</context>
<context>
    <name>spreadline::InstrumentHeader</name>
    <message>
        <source>Active instrument</source>
        <translation>Aktives Instrument</translation>
    </message>
    <message>
        <source>24h change</source>
        <translation>24-h-Änderung</translation>
    </message>
    <message>
        <source>Funding / next</source>
        <translation>Funding / nächstes</translation>
    </message>
    <message>
        <source>24h volume (%1)</source>
        <translation>24-h-Volumen (%1)</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>24h high</source>
        <translation>24-h-Hoch</translation>
    </message>
    <message>
        <source>24h low</source>
        <translation>24-h-Tief</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s list of instruments</source>
        <translation>Warten auf die Instrumentenliste der Börse</translation>
    </message>
</context>
<context>
    <name>spreadline::LadderPanel</name>
    <message>
        <source>Price grouping</source>
        <translation>Preisgruppierung</translation>
    </message>
    <message>
        <source>Sizes in base or quote currency</source>
        <translation>Mengen in Basis- oder Kurswährung</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Zentriert</translation>
    </message>
    <message>
        <source>Re-centre</source>
        <translation>Zentrieren</translation>
    </message>
    <message>
        <source>The spread stays in the middle; scroll to let prices stand still</source>
        <translation>Die Spanne bleibt in der Mitte; zum Festhalten der Preise rollen</translation>
    </message>
    <message>
        <source>Bring the spread back to the middle (Home)</source>
        <translation>Die Spanne zurück in die Mitte holen (Pos1)</translation>
    </message>
    <message>
        <source>Choose an instrument in the watchlist to see its order book.</source>
        <translation>In der Beobachtungsliste ein Instrument wählen, um sein Orderbuch zu sehen.</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation>Die Liste der Instrumente ist noch nicht da.</translation>
    </message>
    <message>
        <source>Waiting for the order book of %1.</source>
        <translation>Warten auf das Orderbuch von %1.</translation>
    </message>
    <message>
        <source>Resync the order book</source>
        <translation>Orderbuch neu synchronisieren</translation>
    </message>
    <message>
        <source>Keep the spread in the middle</source>
        <translation>Spread in der Mitte halten</translation>
    </message>
</context>
<context>
    <name>spreadline::MainWindow</name>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Order book</source>
        <translation>Orderbuch</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name der Anordnung</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Symbol or command…</source>
        <translation>&amp;Symbol oder Befehl…</translation>
    </message>
    <message>
        <source>&amp;Filter the watchlist</source>
        <translation>Beobachtungsliste &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Next symbol</source>
        <translation>&amp;Nächstes Symbol</translation>
    </message>
    <message>
        <source>Pre&amp;vious symbol</source>
        <translation>&amp;Voriges Symbol</translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Previous p&amp;anel</source>
        <translation>Voriger B&amp;ereich</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Only the chart</source>
        <translation>Nur der &amp;Chart</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Rise and fall</source>
        <translation>&amp;Steigen und Fallen</translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation>Grün und Rot</translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation>Rot und Grün</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>Blau und Orange</translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation>An&amp;ordnungen</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Restore the &amp;default layout</source>
        <translation>Standardanordnung &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Spreadline</source>
        <translation>Ü&amp;ber Spreadline</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>G&amp;ehe zu</translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation>Zu einem &amp;Datum…</translation>
    </message>
    <message>
        <source>Move symbol &amp;up the watchlist</source>
        <translation>Symbol in der Liste nach &amp;oben</translation>
    </message>
    <message>
        <source>Move symbol do&amp;wn the watchlist</source>
        <translation>Symbol in der Liste nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Charts</translation>
    </message>
    <message>
        <source>&amp;Maximise the chart in the grid</source>
        <translation>Chart im Raster &amp;maximieren</translation>
    </message>
    <message>
        <source>&amp;Link the chart</source>
        <translation>Chart verk&amp;nüpfen</translation>
    </message>
    <message>
        <source>Save chart &amp;image…</source>
        <translation>Chart-&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>Save chart image at &amp;double size…</source>
        <translation>Chart-Bild in &amp;doppelter Größe speichern…</translation>
    </message>
    <message>
        <source>Save chart as S&amp;VG…</source>
        <translation>Chart als S&amp;VG speichern…</translation>
    </message>
    <message>
        <source>Save bars and studies as &amp;CSV…</source>
        <translation>Balken und Indikatoren als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>C&amp;opy chart image</source>
        <translation>Chart-Bild k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the values of the &amp;bar</source>
        <translation>&amp;Werte des Balkens kopieren</translation>
    </message>
    <message>
        <source>Copy what is in &amp;sight as CSV</source>
        <translation>&amp;Sichtbares als CSV kopieren</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Chart speichern</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Time zone…</source>
        <translation>Zeitzone…</translation>
    </message>
    <message>
        <source>Symbol or &amp;expression of the chart…</source>
        <translation>Symbol oder Fo&amp;rmel des Charts…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>Ver&amp;gleichen mit…</translation>
    </message>
    <message>
        <source>Next &amp;chart</source>
        <translation>Nächster &amp;Chart</translation>
    </message>
    <message>
        <source>Previous c&amp;hart</source>
        <translation>Voriger C&amp;hart</translation>
    </message>
</context>
<context>
    <name>spreadline::NoticeLog</name>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
</context>
<context>
    <name>spreadline::NoticePanel</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>spreadline::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation>Steigen und Fallen</translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation>Grün und Rot</translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation>Rot und Grün</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>Blau und Orange</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>Zeiten in</translation>
    </message>
    <message>
        <source>Show milliseconds of trades</source>
        <translation>Millisekunden der Umsätze zeigen</translation>
    </message>
    <message>
        <source>Flash prices that change</source>
        <translation>Geänderte Preise aufleuchten lassen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>Ortszeit (%1)</translation>
    </message>
</context>
<context>
    <name>spreadline::StatusStrip</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Skipped frames</source>
        <translation>Ausgelassene Bilder</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>From the venue&apos;s event to its receipt here: half of all, and all but one in a hundred</source>
        <translation>Vom Ereignis an der Börse bis zum Empfang hier: die Hälfte aller, und alle bis auf eines von hundert</translation>
    </message>
    <message>
        <source>The venue&apos;s clock minus this machine&apos;s</source>
        <translation>Uhr der Börse minus Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>Frames the window left out because the engine was still busy with the one before</source>
        <translation>Bilder, die das Fenster ausließ, weil der Kern noch am vorigen arbeitete</translation>
    </message>
    <message>
        <source>Request weight used of what the venue allows in a minute</source>
        <translation>Verbrauchtes Anfragegewicht von dem, was die Börse in einer Minute erlaubt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>No streams yet</source>
        <translation>Noch keine Ströme</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>banned %1</source>
        <translation>gesperrt %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>(%1 old)</source>
        <translation>(%1 alt)</translation>
    </message>
    <message>
        <source>Streams %1/%2 synced</source>
        <translation>Ströme %1/%2 synchron</translation>
    </message>
    <message>
        <source>Rows stored: %1</source>
        <translation>Gespeicherte Zeilen: %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
</context>
<context>
    <name>spreadline::TapeCanvas</name>
    <message>
        <source>Trades</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>No trades to show yet</source>
        <translation>Noch keine Umsätze</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
</context>
<context>
    <name>spreadline::TapePanel</name>
    <message>
        <source>Smallest trade shown</source>
        <translation>Kleinster gezeigter Umsatz</translation>
    </message>
    <message>
        <source>Smallest trade shown, by its value in the quote asset</source>
        <translation>Kleinster gezeigter Umsatz, nach seinem Wert in der Kurswährung</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>Alle Größen</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n new: back to the top</source>
        <translation>
            <numerusform>Angehalten, %n neuer: zurück nach oben</numerusform>
            <numerusform>Angehalten, %n neue: zurück nach oben</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: back to the top</source>
        <translation>Angehalten: zurück nach oben</translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistModel</name>
    <message>
        <source>Next funding in %1</source>
        <translation>Nächstes Funding in %1</translation>
    </message>
    <message>
        <source>Mark %1, index %2</source>
        <translation>Mark %1, Index %2</translation>
    </message>
    <message>
        <source>24 h high %1, low %2</source>
        <translation>24-h-Hoch %1, -Tief %2</translation>
    </message>
    <message>
        <source>%1 %2 in 24 h</source>
        <translation>%1 %2 in 24 h</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>24h %</source>
        <translation>24 h %</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Vol.</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>Funding</translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation>Symbole filtern</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation>Die Liste der Instrumente ist noch nicht da.</translation>
    </message>
    <message>
        <source>No symbol matches “%1”. Esc shows all again.</source>
        <translation>Kein Symbol passt zu „%1“. Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>My own order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
        <source>Keep this order as my own</source>
        <translation>Diese Reihenfolge als eigene behalten</translation>
    </message>
    <message>
        <source>Rows can be moved in your own order: right-click a heading</source>
        <translation>Zeilen lassen sich in der eigenen Reihenfolge verschieben: Rechtsklick auf eine Überschrift</translation>
    </message>
</context>
<context>
    <name>spreadline::ZoneDialog</name>
    <message>
        <source>City, region or offset</source>
        <translation>Stadt, Region oder UTC-Versatz</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>UTC-Versatz</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>Ortszeit (%1)</translation>
    </message>
    <message>
        <source>&amp;Other zone…</source>
        <translation>&amp;Andere Zeitzone…</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartCanvas</name>
    <message>
        <source>choose a second symbol</source>
        <translation>zweites Symbol wählen</translation>
    </message>
    <message>
        <source>no bars of %1</source>
        <translation>keine Balken von %1</translation>
    </message>
    <message>
        <source>no taker volume in these bars</source>
        <translation>kein Taker-Volumen in diesen Balken</translation>
    </message>
    <message>
        <source>no quote volume in these bars</source>
        <translation>kein Volumen in Kurswährung in diesen Balken</translation>
    </message>
    <message>
        <source>no open interest with these bars</source>
        <translation>kein Open Interest zu diesen Balken</translation>
    </message>
    <message>
        <source>no funding rates with these bars</source>
        <translation>keine Funding-Raten zu diesen Balken</translation>
    </message>
    <message>
        <source>does not fit this interval</source>
        <translation>passt nicht zu diesem Intervall</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>wird berechnet</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>All studies, or as many as leave the candles free</source>
        <translation>Alle Indikatoren, oder so viele, dass die Kerzen frei bleiben</translation>
    </message>
    <message>
        <source>Move the pane up</source>
        <translation>Teilfenster nach oben</translation>
    </message>
    <message>
        <source>Move the pane down</source>
        <translation>Teilfenster nach unten</translation>
    </message>
    <message>
        <source>Show all panes</source>
        <translation>Alle Teilfenster zeigen</translation>
    </message>
    <message>
        <source>Give this pane all the room</source>
        <translation>Dieses Teilfenster maximieren</translation>
    </message>
    <message>
        <source>Close the pane with its studies</source>
        <translation>Teilfenster samt Indikatoren schließen</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartDepth</name>
    <message>
        <source>Volume profile: these bars have no volume</source>
        <translation>Volumenprofil: Diese Balken haben kein Volumen</translation>
    </message>
    <message>
        <source>Depth heatmap: nothing recorded yet, it begins now</source>
        <translation>Tiefen-Heatmap: noch nichts aufgezeichnet, es beginnt jetzt</translation>
    </message>
    <message>
        <source>Depth heatmap: recorded since %1</source>
        <translation>Tiefen-Heatmap: aufgezeichnet seit %1</translation>
    </message>
    <message>
        <source>Footprint: no trades recorded yet</source>
        <translation>Footprint: noch keine Umsätze aufgezeichnet</translation>
    </message>
    <message>
        <source>Footprint: bars are too narrow, zoom in</source>
        <translation>Footprint: Balken zu schmal, bitte vergrößern</translation>
    </message>
    <message>
        <source>Footprint: no trades recorded before %1</source>
        <translation>Footprint: vor %1 keine Umsätze aufgezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>Footprint: %n trades are missing, bars with ~ are incomplete</source>
        <translation>
            <numerusform>Footprint: %n Umsatz fehlt, Balken mit ~ sind unvollständig</numerusform>
            <numerusform>Footprint: %n Umsätze fehlen, Balken mit ~ sind unvollständig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartDrawings</name>
    <message>
        <source>The drawing is locked: unlock it first</source>
        <translation>Die Zeichnung ist gesperrt: erst entsperren</translation>
    </message>
    <message>
        <source>This symbol has as many drawings as can be kept</source>
        <translation>Für dieses Symbol sind keine weiteren Zeichnungen möglich</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartFiles</name>
    <message>
        <source>Save &amp;image…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>Save image at &amp;double size…</source>
        <translation>Bild in &amp;doppelter Größe speichern…</translation>
    </message>
    <message>
        <source>Save as S&amp;VG…</source>
        <translation>Als S&amp;VG speichern…</translation>
    </message>
    <message>
        <source>Save bars and studies as &amp;CSV…</source>
        <translation>Balken und Indikatoren als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>C&amp;opy image</source>
        <translation>Bild k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the values of the &amp;bar</source>
        <translation>&amp;Werte des Balkens kopieren</translation>
    </message>
    <message>
        <source>Copy what is in &amp;sight as CSV</source>
        <translation>&amp;Sichtbares als CSV kopieren</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Grafik (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The picture of %1 is in the clipboard</source>
        <translation>Bild von %1 in die Zwischenablage kopiert</translation>
    </message>
    <message>
        <source>The values of %1 are in the clipboard</source>
        <translation>Werte von %1 in die Zwischenablage kopiert</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartLayers</name>
    <message>
        <source>An expression has no trades and no book of its own</source>
        <translation>Eine Formel hat keine eigenen Umsätze und kein eigenes Orderbuch</translation>
    </message>
    <message>
        <source>Only for bars of a fixed time</source>
        <translation>Nur für Balken fester Dauer</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volumenprofil</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>Tiefen-Heatmap</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartLinks</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartMenu</name>
    <message>
        <source>Add an &amp;indicator…</source>
        <translation>&amp;Indikator hinzufügen…</translation>
    </message>
    <message>
        <source>Indicator se&amp;ts</source>
        <translation>Indikatorvor&amp;lagen</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Chart st&amp;yle</source>
        <translation>Chartt&amp;yp</translation>
    </message>
    <message>
        <source>Price s&amp;cale</source>
        <translation>&amp;Preisskala</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>Aus&amp;blenden</translation>
    </message>
    <message>
        <source>To a pane of its &amp;own</source>
        <translation>In ei&amp;genes Teilfenster</translation>
    </message>
    <message>
        <source>&amp;Over the candles</source>
        <translation>&amp;Über die Kerzen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>Entspe&amp;rren</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>Spe&amp;rren</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>Reihenfol&amp;ge</translation>
    </message>
    <message>
        <source>To the &amp;front</source>
        <translation>In den &amp;Vordergrund</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Nach v&amp;orn</translation>
    </message>
    <message>
        <source>&amp;Backward</source>
        <translation>Nach &amp;hinten</translation>
    </message>
    <message>
        <source>To the b&amp;ack</source>
        <translation>In den H&amp;intergrund</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Far&amp;be</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>As the text</source>
        <translation>Wie der Text</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>&amp;Andere…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Move pane &amp;up</source>
        <translation>Teilfenster auf&amp;wärts</translation>
    </message>
    <message>
        <source>Move pane &amp;down</source>
        <translation>Teilfenster abw&amp;ärts</translation>
    </message>
    <message>
        <source>All &amp;panes</source>
        <translation>Alle Teil&amp;fenster</translation>
    </message>
    <message>
        <source>Only this &amp;pane</source>
        <translation>Nur dieses Teil&amp;fenster</translation>
    </message>
    <message>
        <source>Remove pa&amp;ne</source>
        <translation>Teilfenster &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Go to date…</source>
        <translation>Zu einem &amp;Datum…</translation>
    </message>
    <message>
        <source>&amp;Jump to the latest bar</source>
        <translation>Zu&amp;m neuesten Balken</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>&amp;Reset the view</source>
        <translation>Ansicht zurücksetze&amp;n</translation>
    </message>
    <message>
        <source>&amp;Save these…</source>
        <translation>Aktuelle &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Add a symbol…</source>
        <translation>Symbol &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Remove a&amp;ll</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
    <message>
        <source>&amp;Linear</source>
        <translation>&amp;Linear</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic</source>
        <translation>Lo&amp;garithmisch</translation>
    </message>
    <message>
        <source>&amp;Percent</source>
        <translation>&amp;Prozent</translation>
    </message>
    <message>
        <source>&amp;Inverted</source>
        <translation>&amp;Invertiert</translation>
    </message>
    <message>
        <source>&amp;Fitted to what is seen</source>
        <translation>&amp;Ans Sichtbare angepasst</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Volumen</translation>
    </message>
    <message>
        <source>&amp;Highest and lowest price</source>
        <translation>&amp;Höchster und tiefster Preis</translation>
    </message>
    <message>
        <source>&amp;Time until the bar closes</source>
        <translation>&amp;Zeit bis zum Balkenschluss</translation>
    </message>
    <message>
        <source>&amp;Drawing tools</source>
        <translation>Zeichen&amp;werkzeuge</translation>
    </message>
    <message>
        <source>Remove all drawin&amp;gs</source>
        <translation>Alle Zei&amp;chnungen entfernen</translation>
    </message>
    <message>
        <source>Remove all indi&amp;cators</source>
        <translation>Alle Indikat&amp;oren entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n indicators removed</source>
        <translation>
            <numerusform>%n Indikator entfernt</numerusform>
            <numerusform>%n Indikatoren entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n drawings removed</source>
        <translation>
            <numerusform>%n Zeichnung entfernt</numerusform>
            <numerusform>%n Zeichnungen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;Preis</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Values of the bar</source>
        <translation>&amp;Werte des Balkens</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartStudies</name>
    <message>
        <source>This does not fit the bars of the chart</source>
        <translation>Das passt nicht zu den Balken des Charts</translation>
    </message>
    <message>
        <source>Save indicators</source>
        <translation>Indikatoren speichern</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>It could not be kept: the name is too long, or there are too many</source>
        <translation>Nicht gespeichert: Der Name ist zu lang, oder es gibt zu viele Vorlagen</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartToolbar</name>
    <message>
        <source>Drawing tools</source>
        <translation>Zeichenwerkzeuge</translation>
    </message>
    <message>
        <source>Symbol or expression; or type it on the chart</source>
        <translation>Symbol oder Formel; oder auf dem Chart eintippen</translation>
    </message>
    <message>
        <source>Chart style</source>
        <translation>Charttyp</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>Indikator hinzufügen</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>Compare with other symbols</source>
        <translation>Mit anderen Symbolen vergleichen</translation>
    </message>
    <message>
        <source>Logarithmic scale (Alt+L)</source>
        <translation>Logarithmische Skala (Alt+L)</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Percent scale (Alt+P)</source>
        <translation>Prozentskala (Alt+P)</translation>
    </message>
    <message>
        <source>Fit the price scale to what is seen</source>
        <translation>Preisskala ans Sichtbare anpassen</translation>
    </message>
    <message>
        <source>A</source>
        <comment>automatic scale, as short as can be</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Picture and data of this chart</source>
        <translation>Bild und Daten dieses Charts</translation>
    </message>
    <message>
        <source>Only this chart, or all panels again</source>
        <translation>Nur dieser Chart, oder wieder alle Bereiche</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Hollow candles</source>
        <translation>Hohle Kerzen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Heikin-Ashi</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Chart style: %1</source>
        <translation>Charttyp: %1</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::DatePrompt</name>
    <message>
        <source>Go to date</source>
        <translation>Zu einem Datum</translation>
    </message>
    <message>
        <source>2026-03-14 09:30 · 03-14 · 09:30</source>
        <translation>2026-03-14 09:30 · 03-14 · 09:30</translation>
    </message>
    <message>
        <source>No such date</source>
        <translation>Kein solches Datum</translation>
    </message>
    <message>
        <source>Too far back for these bars: choose a longer interval first</source>
        <translation>Zu weit zurück für diese Balken: erst ein längeres Intervall wählen</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>Enter: %1</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalBar</name>
    <message>
        <source>All intervals; or type one on the chart: 15, 1h, 30s, 100t</source>
        <translation>Alle Intervalle; oder auf dem Chart eintippen: 15, 1h, 30s, 100t</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Alle Intervalle</translation>
    </message>
    <message>
        <source>Interval %1</source>
        <translation>Intervall %1</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Minutes to months</source>
        <translation>Minuten bis Monate</translation>
    </message>
    <message>
        <source>Trades a bar</source>
        <translation>Umsätze je Balken</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalPrompt</name>
    <message>
        <source>Change interval</source>
        <translation>Intervall ändern</translation>
    </message>
    <message>
        <source>Enter: %1 bars</source>
        <translation>Enter: Balken %1</translation>
    </message>
    <message>
        <source>No such interval</source>
        <translation>Kein solches Intervall</translation>
    </message>
    <message>
        <source>15 · 1h · 15s · 1d · 100t</source>
        <translation>15 · 1h · 15s · 1d · 100t</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::LinkButton</name>
    <message>
        <source>In no link group: click to link this chart with others</source>
        <translation>In keiner Gruppe: klicken, um diesen Chart mit anderen zu verknüpfen</translation>
    </message>
    <message>
        <source>Link group %1, %2</source>
        <translation>Verknüpft in Gruppe %1, %2</translation>
    </message>
    <message>
        <source>C&amp;lose this chart</source>
        <translation>Chart sch&amp;ließen</translation>
    </message>
    <message>
        <source>Linked: &amp;symbol</source>
        <translation>Verknüpft: &amp;Symbol</translation>
    </message>
    <message>
        <source>Linked: &amp;interval</source>
        <translation>Verknüpft: &amp;Intervall</translation>
    </message>
    <message>
        <source>Linked: &amp;crosshair</source>
        <translation>Verknüpft: Faden&amp;kreuz</translation>
    </message>
    <message>
        <source>Linked: &amp;dates in sight</source>
        <translation>Verknüpft: sichtbarer &amp;Zeitraum</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::SymbolPrompt</name>
    <message>
        <source>The venue has no symbol %1</source>
        <translation>Die Börse führt kein Symbol %1</translation>
    </message>
    <message>
        <source>Bars that count trades or an amount have no common times: choose an interval of time first</source>
        <translation>Balken nach Umsätzen oder Mengen haben keine gemeinsamen Zeiten: erst ein Zeitintervall wählen</translation>
    </message>
    <message>
        <source>%1 at character %2</source>
        <translation>%1 an Stelle %2</translation>
    </message>
    <message>
        <source>Not understood at character %1</source>
        <translation>Nicht verstanden ab Stelle %1</translation>
    </message>
    <message>
        <source>A symbol, or an expression: BTCUSDT/ETHUSDT</source>
        <translation>Symbol oder Formel: BTCUSDT/ETHUSDT</translation>
    </message>
    <message>
        <source>The venue&apos;s list has not come yet</source>
        <translation>Die Liste der Börse ist noch nicht da</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>Enter: %1</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::DrawingDialog</name>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Linienart</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Nach links verlängern</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Nach rechts verlängern</translation>
    </message>
    <message>
        <source>Show figures</source>
        <translation>Werte anzeigen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>On all intervals</source>
        <translation>Auf allen Intervallen</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>Nur auf</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::DrawingToolbar</name>
    <message>
        <source>Drawing tools</source>
        <translation>Zeichenwerkzeuge</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>Auswählen und verschieben</translation>
    </message>
    <message>
        <source>Magnet off</source>
        <translation>Magnet aus</translation>
    </message>
    <message>
        <source>Weak magnet: near a price of the bar</source>
        <translation>Schwacher Magnet: nahe einem Preis des Balkens</translation>
    </message>
    <message>
        <source>Strong magnet: always</source>
        <translation>Starker Magnet: immer</translation>
    </message>
    <message>
        <source>Keep the tool</source>
        <translation>Werkzeug beibehalten</translation>
    </message>
    <message>
        <source>Draw one after the other.</source>
        <translation>Mehrere nacheinander zeichnen.</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>Alle Zeichnungen entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back.</source>
        <translation>Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>Weak magnet</source>
        <translation>Schwacher Magnet</translation>
    </message>
    <message>
        <source>Strong magnet</source>
        <translation>Starker Magnet</translation>
    </message>
    <message>
        <source>Catches open, high, low and close. Ctrl turns it about.</source>
        <translation>Rastet an Eröffnung, Hoch, Tief und Schluss ein. Strg kehrt es um.</translation>
    </message>
    <message>
        <source>Unlock all drawings</source>
        <translation>Alle Zeichnungen entsperren</translation>
    </message>
    <message>
        <source>Lock all drawings</source>
        <translation>Alle Zeichnungen sperren</translation>
    </message>
    <message>
        <source>Show all drawings</source>
        <translation>Alle Zeichnungen einblenden</translation>
    </message>
    <message>
        <source>Hide all drawings</source>
        <translation>Alle Zeichnungen ausblenden</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::InkPicker</name>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Textfarbe</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>Eigene Farbe…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosa</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::LevelsEditor</name>
    <message>
        <source>Add a level</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Show this level</source>
        <translation>Diese Stufe anzeigen</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Remove this level</source>
        <translation>Diese Stufe entfernen</translation>
    </message>
</context>
<context>
    <name>spreadline::ladder::LadderCanvas</name>
    <message>
        <source>Order book</source>
        <translation>Orderbuch</translation>
    </message>
    <message>
        <source>Best bid %1, best ask %2</source>
        <translation>Bestes Gebot %1, bestes Angebot %2</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::InputsPage</name>
    <message>
        <source>Longer bars than the chart&apos;s own: the study of 4h bars over 15m ones.</source>
        <translation>Längere Balken als die des Charts: der Indikator von 4h-Balken über 15m-Balken.</translation>
    </message>
    <message>
        <source>As the chart (%1)</source>
        <translation>Wie der Chart (%1)</translation>
    </message>
    <message>
        <source>As the chart</source>
        <translation>Wie der Chart</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Closed bars only</source>
        <translation>Nur geschlossene Balken</translation>
    </message>
    <message>
        <source>The forming bar too</source>
        <translation>Auch der laufende Balken</translation>
    </message>
    <message>
        <source>A forming bar&apos;s value changes until the bar closes.</source>
        <translation>Der Wert eines laufenden Balkens ändert sich, bis der Balken schließt.</translation>
    </message>
    <message>
        <source>Values of</source>
        <translation>Werte von</translation>
    </message>
    <message>
        <source>Second symbol</source>
        <translation>Zweites Symbol</translation>
    </message>
    <message>
        <source>Bars of %1 do not make up bars of %2.</source>
        <translation>Aus Balken von %1 lassen sich keine von %2 bilden.</translation>
    </message>
    <message>
        <source>Enter the symbol to compare with.</source>
        <translation>Bitte das Vergleichssymbol eingeben.</translation>
    </message>
    <message>
        <source>There is no symbol “%1” here.</source>
        <translation>Ein Symbol „%1“ gibt es hier nicht.</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::LooksPage</name>
    <message>
        <source>It is not drawn. Ticked, its value stands in the legend.</source>
        <translation>Wird nicht gezeichnet. Mit Häkchen steht der Wert in der Legende.</translation>
    </message>
    <message>
        <source>In the legend only</source>
        <translation>Nur in der Legende</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>Colour. The colour of rises stands for both, rise and fall.</source>
        <translation>Farbe. Die Farbe des Anstiegs steht für beides, Anstieg und Rückgang.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Width of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Pattern of %1</source>
        <translation>Linienart von %1</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyDetail</name>
    <message>
        <source>Second symbol</source>
        <translation>Zweites Symbol</translation>
    </message>
    <message>
        <source>Add to chart</source>
        <translation>Zum Chart hinzufügen</translation>
    </message>
    <message>
        <source>First bar</source>
        <translation>Erster Balken</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>%1, forming too</source>
        <translation>%1, auch laufende</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Teilfenster</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Aus Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Zu Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Enter the symbol to compare with.</source>
        <translation>Bitte das Vergleichssymbol eingeben.</translation>
    </message>
    <message>
        <source>There is no symbol “%1” here.</source>
        <translation>Ein Symbol „%1“ gibt es hier nicht.</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyDialog</name>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Save as default</source>
        <translation>Als Standard speichern</translation>
    </message>
    <message>
        <source>New ones of this kind begin with these settings.</source>
        <translation>Neue dieser Art beginnen mit diesen Einstellungen.</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyPicker</name>
    <message>
        <source>Indicator, or one with its settings: ema 50 4h</source>
        <translation>Indikator, auch mit Einstellungen: ema 50 4h</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Enter adds · Up and Down choose · Esc closes</source>
        <translation>Enter fügt hinzu · Auf und Ab wählen · Esc schließt</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Bars of %1 do not make up bars of %2.</source>
        <translation>Aus Balken von %1 lassen sich keine von %2 bilden.</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
    <message>
        <source>Nothing is starred yet. Click the star of an indicator.</source>
        <translation>Noch keine Favoriten. Den Stern eines Indikators anklicken.</translation>
    </message>
    <message>
        <source>Nothing was used yet.</source>
        <translation>Noch nichts verwendet.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyRows</name>
    <message>
        <source>%1, added</source>
        <translation>%1, hinzugefügt</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::ValueEdit</name>
    <message>
        <source>More</source>
        <translation>Erhöhen</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Verringern</translation>
    </message>
    <message>
        <source>First bar</source>
        <translation>Erster Balken</translation>
    </message>
</context>
</TS>

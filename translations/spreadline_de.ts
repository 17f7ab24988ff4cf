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
        <source>%1 UTC: open %2, high %3, low %4, close %5</source>
        <translation>%1 UTC: Eröffnung %2, Hoch %3, Tief %4, Schluss %5</translation>
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
        <source>No instrument</source>
        <translation>Kein Instrument</translation>
    </message>
    <message>
        <source>Choose one in the watchlist to see its chart.</source>
        <translation>In der Beobachtungsliste eines wählen, um seinen Chart zu sehen.</translation>
    </message>
    <message>
        <source>Waiting for the venue</source>
        <translation>Warten auf die Börse</translation>
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
        <source>The list of instruments has not come yet. It is asked for again by itself; Connections and Notices tell what is in the way.</source>
        <translation>Die Liste der Instrumente ist noch nicht da. Sie wird von selbst wieder angefragt; Verbindungen und Hinweise nennen den Grund.</translation>
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
        <translation>Anordnung sichern</translation>
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
        <translation>&amp;Sichern als…</translation>
    </message>
    <message>
        <source>Restore the &amp;default layout</source>
        <translation>&amp;Standardanordnung wiederherstellen</translation>
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
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
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
        <translation>Volumen</translation>
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
        <translation>Eingabe: Balken %1</translation>
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
        <source>Colour of the drawing</source>
        <translation>Farbe der Zeichnung</translation>
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
</TS>

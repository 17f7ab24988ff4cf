<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChartAccessible</name>
    <message>
        <source>%1 %2 chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC: open %2, high %3, low %4, close %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vol</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in practice exchange: no account, no network, no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s test environment: no real money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The live market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording is being played: nothing here is happening now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errc</name>
    <message>
        <source>A number could not be read. Nothing was changed; check the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is too large to hold exactly. Use a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is not on the instrument&apos;s tick. Round it to the tick size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity is not on the instrument&apos;s step. Round it to the step size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is below the instrument&apos;s minimum. Raise it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is above the instrument&apos;s maximum. Lower it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is worth less than the venue accepts. Raise the quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is too far from the mark price. Move it closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue does not list this instrument. Check the symbol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument is not trading now. Its data is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue sent a message that cannot be read. It was dropped and the stream is being synchronised again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue sent a message of an unexpected shape. It was dropped; if this repeats, look for an update of Spreadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue sent a message over the size limit. The connection is being opened anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue sent a message of a kind that is not known here. It was ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message of this stream is missing. The data is greyed until it is synchronised again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best bid is above the best ask. The book is greyed until it is synchronised again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is older than the stream. Another one is being fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue cannot be reached. Check the network; trying again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s name cannot be resolved. Check the network, the DNS server and the host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s certificate is not trusted, so nothing was sent. Check the clock and the network&apos;s proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue did not answer in time. Trying again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the venue was lost. Connecting again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue refuses connections from this network or country. Use another network or venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s request limit is reached. Waiting until it allows more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue has banned this address for a time. Nothing is sent until the ban ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue answered with an unexpected status. Trying again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue refused the request. Its reason is in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue is not available now. Trying again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock&apos;s distance to the venue&apos;s clock is not known. Check the system clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine or network does not keep up with the data. Close some charts or watch fewer symbols.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or entry does not exist. Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file has a mistake. Mend the line that is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is not understood. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read as what it should be. Check the line that is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file cannot be written. Check its folder&apos;s permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged. It was set aside untouched; restore a backup or start with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is held by another program. Close that program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing new is stored until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was written by a newer Spreadline. Use that version, or another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadline already runs on this profile. Use its window, or another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No system keychain was found. Live trading stays off without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is busy and did not take the command. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bounded queue is full. The data behind it is being synchronised again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Spreadline. Please report it with the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From mid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resyncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last data %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::AboutDialog</name>
    <message>
        <source>About Spreadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desktop trading terminal for crypto markets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1, running on Qt %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt (LGPL-3.0), simdjson (Apache-2.0), spdlog (MIT), Boost (BSL-1.0), OpenSSL (Apache-2.0), SQLite (public domain), toml++ (MIT), zlib (Zlib) and the Roboto font (Apache-2.0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::ChannelModel</name>
    <message>
        <source>Trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best bid and ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h ticker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::ChartPanel</name>
    <message>
        <source>Latest »</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the latest bar (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the latest bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the watchlist to see its chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 bars yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has traded in this interval. The first bar appears with the next trade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older bars could not be loaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial: missing bars are being fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resyncing: bars are being brought up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale: no data from the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale %1: no data from the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: the last data is %1 old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::CommandPalette</name>
    <message>
        <source>Symbol or command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::ConnectionsPanel</name>
    <message>
        <source>Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames %1   rejected %2   unknown %3   gaps %4   resyncs %5   reconnects %6   overflows %7   round trip %8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::DockTitle</name>
    <message>
        <source>Float or dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::InstrumentHeader</name>
    <message>
        <source>Active instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24h change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding / next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24h volume (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24h high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24h low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s list of instruments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::LadderPanel</name>
    <message>
        <source>Price grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes in base or quote currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread stays in the middle; scroll to let prices stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the spread back to the middle (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resyncing the book. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is not complete. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an instrument in the watchlist to see its order book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the order book of %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::MainWindow</name>
    <message>
        <source>Watchlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Symbol or command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the watchlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous p&amp;anel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rise and fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the &amp;default layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Spreadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::NoticeLog</name>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::NoticePanel</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show milliseconds of trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash prices that change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::StatusStrip</name>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the venue&apos;s event to its receipt here: half of all, and all but one in a hundred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s clock minus this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames the window left out because the engine was still busy with the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request weight used of what the venue allows in a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No streams yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n streams synced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n streams not synced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>banned %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 old)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::TapeCanvas</name>
    <message>
        <source>Trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trades to show yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::TapePanel</name>
    <message>
        <source>Smallest trade shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest trade shown, by its value in the quote asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n new: back to the top</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: back to the top</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistModel</name>
    <message>
        <source>Next funding in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1, index %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h high %1, low %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 in 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24h %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalBar</name>
    <message>
        <source>All intervals; or type one on the chart: 15, 1h, 30s, 100t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes to months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trades a bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalPrompt</name>
    <message>
        <source>Change interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: %1 bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 · 1h · 30s · 1d · 100t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such interval</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spreadline::ladder::LadderCanvas</name>
    <message>
        <source>Order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best bid %1, best ask %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

using MicroConvQA.DemoShop.Catalog;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>Draws the products: four pictures each, in the colour of the chosen variant.</summary>
internal static class Drawings
{
    public const int Pictures = 4;

    /// <summary>Gradients that every drawing refers to; stand once on a page.</summary>
    public static Html Definitions { get; } = new("""
        <svg class="definitions" aria-hidden="true" focusable="false"><defs>
        <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f3ede3"/><stop offset="1" stop-color="#e6dccb"/></linearGradient>
        <linearGradient id="room" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#c9d0c3"/><stop offset="1" stop-color="#a9b5a6"/></linearGradient>
        <linearGradient id="shine" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient>
        <linearGradient id="beam" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff3c9" stop-opacity=".95"/><stop offset="1" stop-color="#fff3c9" stop-opacity="0"/></linearGradient>
        <radialGradient id="glow"><stop offset="0" stop-color="#fff1c2" stop-opacity=".95"/><stop offset="1" stop-color="#fff1c2" stop-opacity="0"/></radialGradient>
        <radialGradient id="shadow"><stop offset="0" stop-color="#3a2f22" stop-opacity=".35"/><stop offset="1" stop-color="#3a2f22" stop-opacity="0"/></radialGradient>
        </defs></svg>
        """);

    public static Html Draw(Product product, Variant variant, int picture) => Html.Of($"""
        <svg viewBox="{ViewOf(product, picture)}" style="--finish:{variant.Colour}" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">{SceneOf(picture)}{ShapeOf(product.Drawing)}{MarksOf(picture)}</svg>
        """);

    private static string ViewOf(Product product, int picture) => (picture, product.Drawing) switch
    {
        (3, "arc") => "205 85 185 185",
        (3, "pendant") => "90 110 220 220",
        (3, "lounge" or "dining" or "rocking" or "stool") => "85 130 220 220",
        (3, _) => "110 110 190 190",
        _ => "0 0 400 400",
    };

    private static Html SceneOf(int picture) => new(picture switch
    {
        2 => """<rect width="400" height="400" fill="url(#room)"/><rect y="322" width="400" height="78" fill="#8d7358"/><path d="M30 40h90v120H30z M33 43h39v54H33z M78 43h39v54H78z M33 103h39v54H33z M78 103h39v54H78z" fill="#eef2ea" fill-rule="evenodd"/><path d="M33 43h39v54H33z M78 43h39v54H78z M33 103h39v54H33z M78 103h39v54H78z" fill="#dfe9ee"/><path d="M350 322l-6-44h38l-6 44z" fill="#b8673f"/><path d="M363 280c-4-40-22-52-34-54 2 24 14 44 34 54zm0 0c2-46 18-62 32-66 0 28-10 54-32 66zm0 0c-6-50 0-76 6-90 10 24 8 62-6 90z" fill="#4d6b50"/><ellipse cx="200" cy="332" rx="150" ry="16" fill="url(#shadow)"/>""",
        4 => """<rect width="400" height="400" fill="#fbf9f5"/><path d="M0 50h400M0 100h400M0 150h400M0 200h400M0 250h400M0 300h400M0 350h400M50 0v400M100 0v400M150 0v400M200 0v400M250 0v400M300 0v400M350 0v400" stroke="#e8e1d5" stroke-width="1"/>""",
        _ => """<rect width="400" height="400" fill="url(#wall)"/><rect y="322" width="400" height="78" fill="#d8cab4"/><ellipse cx="200" cy="333" rx="150" ry="17" fill="url(#shadow)"/>""",
    });

    private static Html MarksOf(int picture) => new(picture == 4
        ? """<g stroke="#7a6f60" stroke-width="1.5" fill="none"><path d="M40 60v272M34 60h12M34 332h12M80 366h240M80 360v12M320 360v12"/></g>"""
        : "");

    private static Html ShapeOf(string drawing) => new(drawing switch
    {
        "arc" => """
            <path d="M262 176 L190 330 H400 L338 176z" fill="url(#beam)" opacity=".75"/>
            <path d="M112 322V170C112 52 296 40 300 140" fill="none" stroke="var(--finish)" stroke-width="7" stroke-linecap="round"/>
            <path d="M252 182a48 48 0 0 1 96 0z" fill="var(--finish)"/><path d="M252 182a48 48 0 0 1 96 0z" fill="url(#shine)"/><ellipse cx="300" cy="182" rx="48" ry="7" fill="#fff6da"/>
            <rect x="68" y="314" width="88" height="18" rx="9" fill="#8f877b"/><path d="M78 321h3m9 4h4m10-5h3m9 5h4m12-4h3" stroke="#d8d0c3" stroke-width="3" stroke-linecap="round"/>
            """,
        "mushroom" => """
            <circle cx="200" cy="210" r="150" fill="url(#glow)"/>
            <path d="M184 214h32l14 110a6 6 0 0 1-6 7h-48a6 6 0 0 1-6-7z" fill="var(--finish)"/><path d="M184 214h32l14 110a6 6 0 0 1-6 7h-48a6 6 0 0 1-6-7z" fill="url(#shine)"/>
            <path d="M104 222c0-64 44-104 96-104s96 40 96 104c-30 12-162 12-192 0z" fill="var(--finish)"/><path d="M104 222c0-64 44-104 96-104s96 40 96 104c-30 12-162 12-192 0z" fill="url(#shine)"/><path d="M138 172c12-20 28-30 46-33" stroke="#fff" stroke-opacity=".55" stroke-width="7" fill="none" stroke-linecap="round"/>
            """,
        "desk" => """
            <path d="M122 178L66 330h190L178 150z" fill="url(#beam)" opacity=".8"/>
            <path d="M262 322L292 214 192 128" fill="none" stroke="#6d675e" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/><circle cx="292" cy="214" r="9" fill="#b98a3e"/>
            <path d="M196 108l-78 46 20 34c34-2 66-22 80-50z" fill="var(--finish)"/><path d="M196 108l-78 46 20 34c34-2 66-22 80-50z" fill="url(#shine)"/><circle cx="196" cy="126" r="8" fill="#b98a3e"/>
            <ellipse cx="262" cy="324" rx="56" ry="11" fill="var(--finish)"/><ellipse cx="262" cy="321" rx="56" ry="9" fill="url(#shine)"/>
            """,
        "pendant" => """
            <path d="M116 232L50 330h300l-66-98z" fill="url(#beam)" opacity=".8"/>
            <path d="M200 0v110" stroke="#3d3a35" stroke-width="4"/><rect x="186" y="104" width="28" height="26" rx="6" fill="#3d3a35"/>
            <path d="M104 236c4-68 44-108 96-108s92 40 96 108z" fill="var(--finish)"/><path d="M104 236c4-68 44-108 96-108s92 40 96 108z" fill="url(#shine)"/><ellipse cx="200" cy="236" rx="96" ry="13" fill="#fff6da"/>
            """,
        "lantern" => """
            <circle cx="200" cy="200" r="185" fill="url(#glow)"/><path d="M200 0v84" stroke="#6d675e" stroke-width="3"/>
            <circle cx="200" cy="200" r="116" fill="var(--finish)"/><circle cx="200" cy="200" r="116" fill="url(#glow)" opacity=".7"/>
            <g fill="none" stroke="#c7b795" stroke-width="2"><path d="M153 94h94M121 115q79 14 158 0M102 140q98 18 196 0M90 170q110 20 220 0M84 200q116 20 232 0M90 230q110 20 220 0M102 260q98 18 196 0M121 285q79 14 158 0"/></g><rect x="168" y="80" width="64" height="10" rx="4" fill="#8a6d46"/><rect x="176" y="311" width="48" height="8" rx="4" fill="#8a6d46"/>
            """,
        "lounge" => """
            <path d="M104 262l-20 68M300 262l22 68M150 268l-6 60M262 268l8 60" stroke="#9a6f45" stroke-width="11" stroke-linecap="round"/>
            <path d="M92 120c-4-22 14-36 34-34 58-8 104-8 160 2 18 2 28 14 26 32l-14 118H108z" fill="var(--finish)"/><path d="M92 120c-4-22 14-36 34-34 58-8 104-8 160 2 18 2 28 14 26 32l-14 118H108z" fill="url(#shine)"/>
            <path d="M96 222q104-22 212 0c12 4 14 42 2 48q-108 16-216 0c-12-6-12-44 2-48z" fill="var(--finish)"/><path d="M96 222q104-22 212 0c12 4 14 42 2 48q-108 16-216 0c-12-6-12-44 2-48z" fill="#000" opacity=".1"/>
            <path d="M70 196q-8-4-10 8l-6 62q0 12 14 12h28l6-70q0-12-12-12zM330 196q10-4 12 8l6 62q0 12-14 12h-28l-6-70q0-12 12-12z" fill="#a97b4f"/><path d="M152 92v128M248 92v128" stroke="#000" stroke-opacity=".1" stroke-width="3"/>
            """,
        "dining" => """
            <path d="M132 330l18-118M268 330l-18-118M164 322l8-106M236 322l-8-106" stroke="var(--finish)" stroke-width="11" stroke-linecap="round"/>
            <path d="M138 214c20-14 104-14 124 0 8 8 8 20-2 26-30 10-90 10-120 0-10-6-10-18-2-26z" fill="#dcc9a3"/><path d="M146 218l108 22M146 238l108-22M170 210l62 34M232 210l-62 34" stroke="#b99f6e" stroke-width="3"/>
            <path d="M148 212l-14-118M252 212l14-118" stroke="var(--finish)" stroke-width="11" stroke-linecap="round"/><path d="M126 84c30 16 118 16 148 0 8 16 4 44-4 48-40 12-100 12-140 0-8-4-12-32-4-48z" fill="var(--finish)"/><path d="M126 84c30 16 118 16 148 0 8 16 4 44-4 48-40 12-100 12-140 0-8-4-12-32-4-48z" fill="url(#shine)"/>
            """,
        "rocking" => """
            <path d="M56 300q144 62 288 0" fill="none" stroke="var(--finish)" stroke-width="11" stroke-linecap="round"/>
            <path d="M132 322l22-110M268 322l-14-110" stroke="var(--finish)" stroke-width="10" stroke-linecap="round"/>
            <path d="M150 214L112 66M250 214L286 84" stroke="none"/><path d="M142 208L104 62M176 208L146 58M210 208L188 58M244 208L230 62" stroke="var(--finish)" stroke-width="7" stroke-linecap="round"/><path d="M92 64c40-22 108-22 150 0l-4 24c-44-16-100-16-140 0z" fill="var(--finish)"/><path d="M92 64c40-22 108-22 150 0l-4 24c-44-16-100-16-140 0z" fill="url(#shine)"/>
            <path d="M126 206q72-16 150 2c10 4 10 22 0 26q-76 12-148-2c-10-4-12-22-2-26z" fill="var(--finish)"/><path d="M126 206q72-16 150 2c10 4 10 22 0 26q-76 12-148-2c-10-4-12-22-2-26z" fill="#fff" opacity=".15"/><path d="M120 160q80-18 162 6l-8 44" fill="none" stroke="var(--finish)" stroke-width="9" stroke-linecap="round"/>
            """,
        "stool" => """
            <path d="M156 130L118 330M244 130l38 200M178 136l-10 184M222 136l10 184" stroke="var(--finish)" stroke-width="11" stroke-linecap="round"/><path d="M134 254h132" stroke="#b98a3e" stroke-width="8" stroke-linecap="round"/>
            <ellipse cx="200" cy="124" rx="82" ry="24" fill="var(--finish)"/><ellipse cx="200" cy="118" rx="82" ry="20" fill="var(--finish)"/><ellipse cx="200" cy="118" rx="82" ry="20" fill="#fff" opacity=".22"/><ellipse cx="200" cy="120" rx="56" ry="11" fill="#000" opacity=".12"/>
            """,
        "throw" => """
            <rect x="70" y="92" width="260" height="12" rx="6" fill="#8a6d46"/><path d="M84 98v234M316 98v234" stroke="#8a6d46" stroke-width="9"/>
            <path d="M112 88h176v196q-22 10-44 0t-44 0-44 0-44 0z" fill="var(--finish)"/><path d="M112 88h176v196q-22 10-44 0t-44 0-44 0-44 0z" fill="url(#shine)"/>
            <path d="M112 128h176M112 142h176M112 232h176M112 246h176" stroke="#fff" stroke-opacity=".55" stroke-width="5"/><path d="M116 286v22M128 290v22M140 290v22M152 287v22M164 289v22M176 292v22M188 289v22M200 286v22M212 290v22M224 292v22M236 288v22M248 288v22M260 292v22M272 290v22M284 286v22" stroke="var(--finish)" stroke-width="3"/>
            """,
        "cushion" => """
            <path d="M92 96q108 26 216 0 18-4 14 16-18 92 2 184 4 20-16 18-108-22-216 0-20 4-16-16 20-92 0-184-4-22 16-18z" fill="var(--finish)"/><path d="M92 96q108 26 216 0 18-4 14 16-18 92 2 184 4 20-16 18-108-22-216 0-20 4-16-16 20-92 0-184-4-22 16-18z" fill="url(#shine)"/>
            <path d="M110 120q30 30 44 26M290 120q-30 30-44 26M112 290q26-32 44-30M290 288q-28-30-46-28M170 204q30 12 62-2" fill="none" stroke="#000" stroke-opacity=".14" stroke-width="5" stroke-linecap="round"/>
            """,
        "rug" => """
            <path d="M96 150h208l76 170H20z" fill="var(--finish)"/><path d="M96 150h208l76 170H20z" fill="url(#shine)" opacity=".6"/>
            <path d="M84 178h232M70 210h260M50 256h300M34 290h332" stroke="#f2e6d2" stroke-width="7"/><path d="M140 210l30 23-46 23-44-23zM230 210l30 23-30 23-50-23zM306 210l34 23-30 23-44-23z" fill="#33475b" opacity=".85"/><path d="M94 146h212M16 326h368" stroke="#f2e6d2" stroke-width="5" stroke-dasharray="3 5"/>
            """,
        _ => throw new InvalidOperationException($"There is no drawing '{drawing}'."),
    });
}

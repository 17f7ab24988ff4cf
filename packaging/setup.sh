# Sourced by packaging/start and packaging/check: brings what is missing onto the machine. Defines setup().

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

missing_debian_packages() {
    local name
    grep -v '^#' packaging/debian/build-packages.txt | while read -r name; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
    done
}

# May this script become root? Yes when it is, or when the person agrees.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
        return
    fi
    command -v sudo >/dev/null || die "Missing packages and no sudo here. As root: $*"
    if [ -t 0 ]; then
        local answer
        read -r -p "Run 'sudo $*'? [y/N] " answer
        [ "$answer" = y ] || [ "$answer" = Y ] || die "Nothing was installed. Install these yourself, then start again: $*"
    else
        die "Packages are missing and nobody is there to agree to sudo. Run: sudo $*"
    fi
    sudo "$@"
}

setup_debian() {
    local missing
    missing=$(missing_debian_packages)
    [ -n "$missing" ] || return 0
    say "Installing: $missing"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    as_root apt-get install -y -qq --no-install-recommends $missing >&2
}

setup_macos() {
    command -v brew >/dev/null || die "Homebrew is needed to install the libraries; see its web site."
    brew bundle check --file=packaging/macos/Brewfile >/dev/null 2>&1 || brew bundle install --file=packaging/macos/Brewfile >&2
    CMAKE_PREFIX_PATH="$(brew --prefix)"
    export CMAKE_PREFIX_PATH
}

setup() {
    if [ -f /etc/debian_version ]; then
        setup_debian
    elif [ "$(uname)" = Darwin ]; then
        setup_macos
    else
        say "This script installs on Debian, Ubuntu and macOS. Here it takes what it finds; packaging/debian/build-packages.txt names the rest."
    fi
}

# A compiler cache serves every clone alike, wherever it lies.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE="${CCACHE_MAXSIZE:-10G}"

cores() { nproc 2>/dev/null || sysctl -n hw.ncpu; }

# configure_and_build PRESET [TARGET...]
configure_and_build() {
    local preset=$1
    shift
    cmake --preset "$preset" >"build/$preset.configure.log" 2>&1 || { cat "build/$preset.configure.log" >&2; die "configuring '$preset' failed"; }
    if [ $# -gt 0 ]; then
        cmake --build --preset "$preset" -j "$(cores)" --target "$@" >&2
    else
        cmake --build --preset "$preset" -j "$(cores)" >&2
    fi
}
